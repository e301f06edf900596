import { spawnSync } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home, port } from './folders.mjs';

/** A coordinator alone, by TLS and password, for trying out how credentials are refused. It reads no records. */
export const securePort = port + 3;

/** Who may come in. */
export const account = { user: 'counterfoil', password: 'not a secret: for tests on loopback' };

/** Its own certificate, in PEM, once it was started. */
export const certificate = join(home, 'secure', 'cert.pem');

/**
 * The settings that make a node one: a certificate of its own for 127.0.0.1, a file of passwords.
 *
 * @param {string} folder the node's
 * @param {string} java the program
 * @returns {Record<string, string | number | boolean>}
 */
export function secureSettings(folder, java) {
  const store = join(folder, 'store.p12');
  const word = randomBytes(12).toString('hex');
  rmSync(store, { force: true });
  const keytool = (/** @type {string[]} */ ...args) =>
    spawnSync(join(dirname(java), 'keytool'), [...args, '-keystore', store, '-storepass', word], {
      encoding: 'utf8',
    });
  const name = ['-alias', 'server', '-dname', 'CN=localhost', '-ext', 'san=ip:127.0.0.1,dns:localhost'];
  keytool('-genkeypair', '-keyalg', 'EC', '-validity', '30', '-storetype', 'PKCS12', ...name);
  writeFileSync(certificate, keytool('-exportcert', '-rfc', '-alias', 'server').stdout);
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(account.password, salt, 10_000, 32, 'sha1');
  const etc = join(folder, 'etc');
  mkdirSync(etc, { recursive: true });
  writeFileSync(
    join(etc, 'password.db'),
    `${account.user}:10000:${salt.toString('hex')}:${hash.toString('hex')}\n`,
    { mode: 0o600 },
  );
  writeFileSync(
    join(etc, 'password-authenticator.properties'),
    `password-authenticator.name=file\nfile.password-file=${join(etc, 'password.db')}\n`,
  );
  return {
    'http-server.https.enabled': true,
    'http-server.https.port': securePort,
    'http-server.https.keystore.path': store,
    'http-server.https.keystore.key': word,
    'http-server.authentication.type': 'PASSWORD',
    'password-authenticator.config-files': join(etc, 'password-authenticator.properties'),
    'internal-communication.shared-secret': randomBytes(32).toString('base64'),
  };
}

/** @returns {Promise<boolean>} whether it answers */
export async function secureReady() {
  const { request } = await import('node:https');
  return new Promise((done) => {
    const asked = request(
      { host: '127.0.0.1', port: securePort, path: '/v1/info', ca: readFileSync(certificate) },
      (response) => {
        let text = '';
        response.on('data', (part) => {
          text += part;
        });
        response.on('end', () => done(text.includes('"starting":false')));
      },
    );
    asked.on('error', () => done(false));
    asked.end();
  });
}
