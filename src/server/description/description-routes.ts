import { Hono } from 'hono';
import { openApi } from './openapi.ts';

/** `/api/openapi.json`: the interface, for anybody. */
export function descriptionRoutes(publicUrl: string): Hono {
  let text: string | undefined;
  const routes = new Hono();
  routes.get('/api/openapi.json', (context) => {
    text ??= JSON.stringify(openApi(publicUrl));
    return context.body(text, 200, {
      'content-type': 'application/vnd.oai.openapi+json; version=3.1; charset=utf-8',
      'access-control-allow-origin': '*',
    });
  });
  return routes;
}
