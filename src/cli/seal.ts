import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readClaims } from '../claims/read-claims.ts';
import type { Figure } from '../figures/figure.ts';
import { figureCalled, parseQuery } from '../figures/query.ts';
import { readConfig } from '../project/config.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { generateNoteKey } from '../project/note.ts';
import { readSiteReleases } from '../project/site-releases.ts';
import { programVersion } from '../project/version.ts';
import { prepareReleases } from '../publication/prepare.ts';
import {
  isClosed,
  type ReleasedContext,
  sealReleasedClaim,
  sealReleasedFigure,
} from '../seals/make-released-seal.ts';
import { type SealContext, sealClaim, sealFigure } from '../seals/make-seal.ts';
import { verifyingPage } from '../seals/verifying-page.ts';
import { citedAddress, citedRelease } from './cited-address.ts';
import type { CommandOptions } from './commands.ts';
import { queryText, text, withWorkspace } from './options.ts';
import { printText } from './output.ts';
import { readKey } from './read-key.ts';

/** `counterfoil seal CLAIM|FIGURE`: one file with everything needed to check a value. Also keys and the verifying page. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const newKey = text(options, 'newKey');
  if (newKey !== undefined) return makeKey(options, effects, resolve(effects.cwd, newKey));
  const page = text(options, 'page');
  if (page !== undefined) {
    writeDurably(resolve(effects.cwd, page), verifyingPage());
    printText(effects, options, { page: resolve(effects.cwd, page) }, [
      `Wrote the page that checks seals to ${page}.`,
    ]);
    return exitCodes.fine;
  }
  const id = text(options, 'id');
  if (id === undefined) {
    throw new UserError('Nothing was named to seal.', {
      code: 'CF-SEAL-005',
      exit: exitCodes.usage,
      hint: 'Name a claim or a figure; "counterfoil verify" and "counterfoil figure" list them.',
    });
  }
  return withWorkspace(options, effects, async (workspace) => {
    const { paths, registry } = workspace;
    const keyFile = text(options, 'key');
    const signer = keyFile === undefined ? undefined : await readKey(resolve(effects.cwd, keyFile));
    const config = await readConfig(paths);
    const copies = readSiteReleases(paths);
    const common = {
      registry,
      project: config.title,
      program: `counterfoil ${programVersion}`,
      ...(signer === undefined ? {} : { signer }),
    };
    const claim = (await readClaims(paths.claims, registry.figures)).find((one) => one.id === id);
    const figure = claim ? registry.figure(claim.figure ?? '') : figureCalled(id, registry.figures);
    const query = () => parseQuery(figure as Figure, queryText(options));
    let bytes: Uint8Array;
    if (figure && isClosed(registry, figure.id)) {
      const context: ReleasedContext = {
        ...common,
        language: config.language,
        releases: (await prepareReleases(workspace, null)).map((one) => one.published),
        address: citedRelease(config.address, copies),
      };
      bytes = claim
        ? await sealReleasedClaim(context, claim)
        : await sealReleasedFigure(context, figure, query());
    } else {
      const context: SealContext = {
        ...common,
        bench: workspace,
        paths,
        address: citedAddress(config.address, copies),
      };
      bytes = claim ? await sealClaim(context, claim) : await sealFigure(context, figure as Figure, query());
    }
    const out = resolve(effects.cwd, text(options, 'out') ?? `${id}.seal.zip`);
    writeDurably(out, bytes);
    printText(effects, options, { seal: out, bytes: bytes.length, signed_by: signer?.verifier ?? null }, [
      `Sealed ${id} in ${out} (${bytes.length.toLocaleString('en-US')} bytes${signer ? `, signed by ${signer.verifier}` : ', not signed'}).`,
      `  Anyone can check it: counterfoil verify ${out}`,
    ]);
    return exitCodes.fine;
  });
}

async function makeKey(options: CommandOptions, effects: Effects, file: string): Promise<ExitCode> {
  const name = text(options, 'name') ?? '';
  if (existsSync(file) || !/^[^\s+]{1,100}$/.test(name)) {
    throw new UserError(
      existsSync(file)
        ? 'There is a file of that name already.'
        : 'A key needs a name without blanks and plus signs.',
      {
        code: 'CF-SEAL-006',
        exit: exitCodes.usage,
        place: { file },
        hint: 'Write --new-key FILE --name NAME, the name being e.g. your site: desk.example.org.',
      },
    );
  }
  const { signer, verifier } = await generateNoteKey(name);
  writeDurably(file, `${signer}\n`, 0o600);
  printText(effects, options, { key: file, public: verifier }, [
    `Wrote a secret key to ${file}; keep it, and give it to nobody.`,
    `  Its public half, to be told to everybody: ${verifier}`,
  ]);
  return exitCodes.fine;
}
