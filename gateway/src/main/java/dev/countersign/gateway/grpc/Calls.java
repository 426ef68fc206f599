package dev.countersign.gateway.grpc;

import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.proxy.Bookkeeping;
import dev.countersign.gateway.proxy.ClientNames;
import dev.countersign.gateway.proxy.Exchange;
import dev.countersign.gateway.proxy.Refusal;
import dev.countersign.gateway.proxy.Refused;
import dev.countersign.gateway.proxy.RequestId;
import dev.countersign.gateway.proxy.Router;
import dev.countersign.gateway.proxy.Shared;
import dev.countersign.gateway.upstream.UpstreamFailed;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Takes all calls, those of unknown methods too, so that each is counted. */
final class Calls extends HandlerRegistry {
  private final Shared shared;
  private final Supplier<Router> router;
  private final ClientNames names;
  private final Answering answering;
  private final Bookkeeping record;
  private final ScheduledExecutorService timer;
  private final Map<Method, ServerMethodDefinition<byte[], byte[]>> methods =
      Stream.of(Method.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), this::definition));

  /**
   * With what all calls share.
   *
   * @param router as it is when a message is there; that call keeps it
   */
  Calls(
      Shared shared,
      Supplier<Router> router,
      ClientNames names,
      Answering answering,
      ScheduledExecutorService timer) {
    this.shared = shared;
    this.router = router;
    this.names = names;
    this.answering = answering;
    this.record = new Bookkeeping(shared);
    this.timer = timer;
  }

  @Override
  public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
      String name, @Nullable String authority) {
    return methods.get(Method.of(name));
  }

  private ServerMethodDefinition<byte[], byte[]> definition(Method method) {
    return ServerMethodDefinition.create(
        method.descriptor(), (call, metadata) -> begin(method, call, metadata));
  }

  private ServerCall.Listener<byte[]> begin(
      Method method, ServerCall<byte[], byte[]> call, Metadata metadata) {
    Exchange exchange = new Exchange(RequestId.of(metadata.get(MetadataRules.REQUEST_ID)));
    exchange.protocol = Protocol.OIP_V2;
    exchange.operation = method.operation();
    exchange.client = name(call, metadata);
    IncomingCall.Work work = (message, taken) -> answer(method, metadata, message, taken);
    IncomingCall taken =
        new IncomingCall(call, exchange, record, work, shared.limits().bodyTime(), timer);
    return method == Method.UNKNOWN ? taken.refused(Refusal.NO_METHOD) : taken.begin();
  }

  private Optional<String> name(ServerCall<?, ?> call, Metadata metadata) {
    return names.of(
        certificates(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION)),
        name -> metadata.get(MetadataRules.key(name)));
  }

  private static Certificate @Nullable [] certificates(@Nullable SSLSession session) {
    try {
      return session == null ? null : session.getPeerCertificates();
    } catch (SSLPeerUnverifiedException none) {
      return null;
    }
  }

  private void answer(Method method, Metadata metadata, byte[] message, IncomingCall call) {
    Exchange exchange = call.exchange();
    if (method == Method.MODEL_INFER) {
      exchange.trace =
          shared
              .telemetry()
              .begin(
                  name -> Optional.ofNullable(metadata.get(MetadataRules.key(name))),
                  exchange.protocol.word() + " " + exchange.operation.word());
      exchange.input = Optional.of(Payload.binary(message, shared.log().content()));
    }
    try {
      call.answer(within(method, new Asked(metadata, message, exchange, router.get())));
    } catch (Refused refused) {
      call.refuse(refused.refusal());
    } catch (UpstreamFailed failed) {
      call.refuse(Refusal.failed(failed));
    } catch (NotOk failed) {
      if (Context.current().isCancelled()) {
        call.gone();
      } else {
        call.pass(failed);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      call.refuse(Refusal.BUSY);
    } catch (RuntimeException | StackOverflowError bug) {
      call.refuse(Refusal.BUG);
    }
  }

  private Reply within(Method method, Asked asked)
      throws Refused, UpstreamFailed, NotOk, InterruptedException {
    if (method == Method.SERVER_LIVE || method == Method.HEALTH_CHECK) {
      return answering.to(method, asked);
    }
    if (!shared.budget().begins()) {
      throw new Refused(Refusal.BUSY);
    }
    try {
      return answering.to(method, asked);
    } finally {
      shared.budget().ended();
    }
  }
}
