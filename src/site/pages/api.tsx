import { openApi } from '../api/openapi.ts';
import { apiRoot } from '../api/routes/all.ts';
import { CopyText } from '../components/copy-text.tsx';
import { Table } from '../components/table.tsx';
import { type Here, page } from '../page-kind.ts';
import { paths } from '../paths.ts';
import { titles } from '../problem.ts';
import type { Site } from '../site.ts';
import { type EndPoint, endPoints, refusalCodes } from './api/end-points.ts';

interface ApiData {
  endPoints: EndPoint[];
}

/** The interface for programs, made from its own OpenAPI document: every end point with what it takes and an example. */
export const apiPage = page<ApiData>({
  route: 'api',
  says: 'the end points of the interface for programs, with their parameters and an example each',
  paths: () => [paths.api],
  load: (site) => ({ endPoints: endPoints(openApi(site)) }),
  view: (data, here, site) => ({
    title: here.say`For programs`,
    description: here.say`The end points under ${apiRoot}, with what each takes and an example.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`For programs` }],
    children: (
      <>
        <h1>{here.say`For programs`}</h1>
        <p class="lead">{here.say`Figures, receipts, claims, flags, changes, editions and tables as JSON, with the same values as these pages.`}</p>
        {site.build === undefined ? (
          <p>{here.say`This is a written site: it answers no questions. The end points below answer where the site is served live by ${<code>counterfoil serve</code>}. What a written site has for programs is beside every page: ${<code>index.json</code>} and ${<code>index.csv</code>}, listed in ${<a href={here.to('api.json')}>api.json</a>}.`}</p>
        ) : null}
        <ul>
          <li>{here.say`The document is ${<a href={here.to('api/v1/openapi.json')}>{`${apiRoot}/openapi.json`}</a>} (OpenAPI 3.1).`}</li>
          <li>{here.say`Money is a string with its decimals, counts are numbers, an absent value is null and never zero.`}</li>
          <li>{here.say`A list comes in pages: give “next” as “cursor” for the one after. A cursor holds for one build; when the records have changed since, the answer is 410, and one begins again.`}</li>
          <li>{here.say`Every answer has an ETag. Parameters that are not listed are refused.`}</li>
          <li>{here.say`Of records whose rows never leave, the released tables are all there is: free counts would give away small ones.`}</li>
        </ul>
        {data.endPoints.map((one) => section(one, here, site))}
        <h2 id="refusals">{here.say`Refusals`}</h2>
        <p>{here.say`Every refusal has one form (RFC 9457): type, title, status, detail, code, hint. The code is stable.`}</p>
        <ul class="plain-list">
          {refusalCodes.map(({ code, status }) => (
            <li id={code}>
              <code>{code}</code> <span lang="en">{`${status} ${titles[status] ?? ''}`}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  }),
  csv: ({ endPoints: list }) => ({
    columns: ['method', 'address', 'summary', 'parameters'],
    rows: list.map((one) => [
      one.method,
      one.path,
      one.summary,
      one.parameters.map(({ name }) => name).join(' '),
    ]),
  }),
});

function section(one: EndPoint, here: Here, site: Site) {
  const live = site.build !== undefined && one.method === 'GET' && one.example !== null;
  return (
    <section lang="en" aria-labelledby={one.id}>
      <h2 id={one.id}>{one.summary}</h2>
      <p>
        <code>{`${one.method} ${apiRoot}${one.path}`}</code>
      </p>
      {one.says === '' ? null : <p>{one.says}</p>}
      {one.parameters.length === 0 ? null : (
        <Table
          lang="en"
          id={`${one.id}-parameters`}
          caption={`Parameters of ${one.id}`}
          columns={[
            { label: 'Name', kind: 'text' },
            { label: 'Where', kind: 'text' },
            { label: 'What it is', kind: 'text', long: true },
          ]}
          rows={one.parameters.map((parameter) => [
            parameter.name,
            `${parameter.place}${parameter.many ? ', several' : ''}`,
            parameter.says,
          ])}
        />
      )}
      {one.example === null ? null : <CopyText lang={here.lang} text={one.example} code />}
      {live && one.exampleAddress !== null ? (
        <p>
          <a href={here.to(one.exampleAddress.slice(1))}>Ask it now</a>
        </p>
      ) : null}
    </section>
  );
}
