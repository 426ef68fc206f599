package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The main port: what is not known is refused, what is goes through the gates. */
public final class ProxyHandler extends Handler.Abstract {
  private final Shared shared;
  private final Supplier<Router> router;
  private final ClientNames names;
  private final Supplier<Boolean> serving;
  private final Bookkeeping record;
  private final BodyReader bodies;
  private final SessionFlow sessions;

  /**
   * With what all requests share.
   *
   * @param router as it is when a request comes; that request keeps it
   * @param serving whether the gateway says that it is ready
   * @param sessions serves what belongs to sessions
   */
  public ProxyHandler(
      Shared shared,
      Supplier<Router> router,
      ClientNames names,
      Supplier<Boolean> serving,
      SessionFlow sessions) {
    this.shared = shared;
    this.router = router;
    this.names = names;
    this.serving = serving;
    this.sessions = sessions;
    this.record = new Bookkeeping(shared);
    this.bodies = new BodyReader(shared.budget());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(RequestId.of(request.getHeaders().get(RequestId.HEADER)));
    Client client = new Client(response, callback);
    try {
      serve(request, client, exchange);
    } catch (Refused refused) {
      refuse(client, exchange, refused.refusal());
    } catch (UpstreamFailed failed) {
      refuse(client, exchange, Refusal.failed(failed));
    } catch (IOException gone) {
      exchange.outcome = "client-gone";
      client.abort(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      refuse(client, exchange, Refusal.BUSY);
    } catch (RuntimeException | StackOverflowError bug) {
      refuse(client, exchange, Refusal.BUG);
    } finally {
      record.finish(exchange);
    }
    return true;
  }

  private void serve(Request request, Client client, Exchange exchange)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    exchange.client = name(request);
    if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
      throw new Refused(Refusal.VERSION);
    }
    Router now = router.get();
    Target target =
        now.route(request.getMethod(), request.getHttpURI().getPath())
            .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    exchange.operation = target.operation();
    exchange.protocol = target.protocol();
    exchange.model = target.model();
    if (target.operation().hasBody() && !isPlainJson(request)) {
      throw new Refused(Refusal.NOT_JSON);
    }
    if (target.operation().isTraced()) {
      exchange.trace =
          shared
              .telemetry()
              .begin(
                  name -> Optional.ofNullable(request.getHeaders().get(name)),
                  target.protocol().word() + " " + target.operation().word());
    }
    // Slow senders take no permit: they wait here, and others do not wait for them.
    try (BodyReader.Held body = bodies.read(request, shared.limits().body())) {
      exchange.isRead = true;
      serve(new Flow(shared, request, client, exchange, body.bytes()), target);
    }
  }

  private void serve(Flow flow, Target target)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    if (target.operation() == Operation.LIVE) {
      flow.fine();
      return;
    }
    if (target.protocol() == Protocol.MCP) {
      sessions.serve(flow, target.upstreams().getFirst());
      return;
    }
    if (!shared.budget().begins()) {
      throw new Refused(Refusal.BUSY);
    }
    try {
      switch (target.operation()) {
        case READY -> ready(flow, target.upstreams());
        case INFER -> new InferFlow(flow).run(target.upstreams().getFirst());
        case CHAT, RESPONSES, EMBEDDINGS ->
            new TextFlow(flow, target.operation()).run(target.upstreams());
        case MODELS -> new ModelsFlow(flow).run(target.upstreams());
        default -> flow.through(target.upstreams().getFirst());
      }
    } finally {
      shared.budget().ended();
    }
  }

  /** Encodings would be a second reading, and bombs. Binary tensors are not looked into. */
  public static boolean isPlainJson(Request request) {
    String type = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
    boolean json =
        type.equalsIgnoreCase("application/json")
            || type.regionMatches(true, 0, "application/json;", 0, "application/json;".length());
    String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return json
        && (encoding == null || encoding.equalsIgnoreCase("identity"))
        && !request.getHeaders().contains("Inference-Header-Content-Length");
  }

  private void ready(Flow flow, List<Upstream> upstreams)
      throws Refused, UpstreamFailed, InterruptedException {
    if (!serving.get()) {
      throw new Refused(Refusal.NOT_READY);
    }
    for (Upstream upstream : upstreams) {
      flow.to(upstream);
      if (!flow.ask(upstream).isSuccess()) {
        throw new Refused(Refusal.NOT_READY);
      }
    }
    flow.fine();
  }

  private static void refuse(Client client, Exchange exchange, Refusal refusal) {
    exchange.outcome = refusal.outcome();
    exchange.status = refusal.status();
    if (client.hasBegun()) {
      client.abort(new IOException(refusal.code()));
      return;
    }
    if (!exchange.isRead) {
      client.closeAfterwards();
    }
    List<Map.Entry<String, String>> headers =
        List.of(
            Map.entry("content-type", "application/json"), Map.entry("x-request-id", exchange.id));
    byte[] body =
        refusal.body(exchange.protocol, exchange.id).toString().getBytes(StandardCharsets.UTF_8);
    client.whole(refusal.status(), headers, body);
  }

  private Optional<String> name(Request request) {
    return names.of(
        request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
                instanceof EndPoint.SslSessionData session
            ? session.peerCertificates()
            : null,
        request.getHeaders()::get);
  }
}
