import formbody from "@fastify/formbody";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { refuseCrossSite } from "./cross-site.ts";
import { type ErrorPage, problemHandlers } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";
import { formFields, validators } from "./validators.ts";

export type ServerSettings = {
  /**
   * Public address without a trailing slash, as people and mail see it (`https://privacy.example`).
   */
  readonly baseUrl: string;
  /** Addresses of reverse proxies whose `X-Forwarded-*` headers are believed; empty: none are. */
  readonly trustedProxies: readonly string[];
  readonly bodyBytesMax: number;
  readonly requestMsMax: number;
  /** Whether an origin is a site that the notice in force declares. */
  readonly isOwnSite: (origin: string) => Promise<boolean>;
  /** Requests a minute from one address, over all routes; single routes may ask for fewer. */
  readonly requestsPerMinuteMax: number;
};

export type Server = FastifyInstance<
  import("node:http").Server,
  import("node:http").IncomingMessage,
  import("node:http").ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** A group of routes; the composition root hands each what it needs and registers it here. */
export type Routes = (server: Server) => void;

export const serverDefaults = {
  bodyBytesMax: 256 * 1024,
  requestMsMax: 15_000,
  requestsPerMinuteMax: 600,
} as const;

/**
 * Opens the HTTP server without listening. Every body, time and rate is bounded; state-changing
 * requests of other sites are refused; every error leaves as problem details (RFC 9457) or, for a
 * person's browser, as a page.
 */
export async function openServer(
  settings: ServerSettings,
  log: FastifyBaseLogger,
  routes: readonly Routes[],
  errorPage: ErrorPage,
): Promise<Server> {
  const server = Fastify({
    loggerInstance: log,
    // Lines of a request carry its route, never its address: tokens and e-mail addresses must not
    // reach a log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.bodyBytesMax,
    requestTimeout: settings.requestMsMax,
    connectionTimeout: settings.requestMsMax * 2,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 512 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  server.setValidatorCompiler(validators());
  await server.register(formbody, { bodyLimit: settings.bodyBytesMax, parser: formFields });
  await server.register(rateLimit, {
    global: true,
    max: settings.requestsPerMinuteMax,
    timeWindow: 60_000,
  });
  await server.register(swagger, { openapi: openApi(settings.baseUrl) });
  server.addHook("onRequest", refuseCrossSite(settings.baseUrl, settings.isOwnSite));
  server.addHook("onSend", securityHeaders(settings.baseUrl.startsWith("https:")));
  const { onError, onNotFound } = problemHandlers(errorPage);
  server.setErrorHandler(onError);
  server.setNotFoundHandler(onNotFound);
  server.addHook("onResponse", async (request, reply) => {
    request.log.info({
      event: "http.answered",
      method: request.method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      elapsedMs: Math.round(reply.elapsedTime),
    });
  });
  for (const register of routes) {
    await server.register(async (scope) => register(scope.withTypeProvider<TypeBoxTypeProvider>()));
  }
  server.get("/openapi.json", { schema: { hide: true } }, () => server.swagger());
  await server.ready();
  return server;
}

function openApi(baseUrl: string) {
  return {
    openapi: "3.1.0" as const,
    info: {
      title: "Fairnotice",
      version: "0.1.0",
      description: "A privacy notice that runs. Errors are problem details (RFC 9457).",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: baseUrl }],
  };
}
