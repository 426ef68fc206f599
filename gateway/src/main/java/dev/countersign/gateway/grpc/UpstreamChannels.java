package dev.countersign.gateway.grpc;

import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.upstream.UpstreamFailed;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Asks servers of models by gRPC. There is one channel for each address, for as long as the gateway
 * runs: a request that began before a reload still finds its own. One that is not used closes its
 * connection.
 */
final class UpstreamChannels implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5000;

  private final ConcurrentMap<URI, ManagedChannel> channels = new ConcurrentHashMap<>();
  private final Limits limits;
  private final EventLoopGroup loops;
  private final Executor executor;

  UpstreamChannels(Limits limits, EventLoopGroup loops, Executor executor) {
    this.limits = limits;
    this.loops = loops;
    this.executor = executor;
  }

  /**
   * A question.
   *
   * @param method that is called
   * @param metadata that go with it
   * @param message that is sent
   * @param timeout for the whole answer; the time of the client's own call bounds it, too
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one call
  record Question(Method method, Metadata metadata, byte[] message, Duration timeout) {}

  /**
   * Asks, and waits for the answer. The question is withdrawn when the context of this thread is
   * cancelled, because the client has gone or its time is over.
   *
   * @throws UpstreamFailed if there is no answer in time
   * @throws NotOk if the server answers with an error of its own
   */
  Reply ask(URI address, Question question) throws UpstreamFailed, NotOk, InterruptedException {
    ManagedChannel channel = channels.computeIfAbsent(address, this::open);
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      // Otherwise calls fail until the pause between attempts to connect is over: up to 2 minutes.
      channel.enterIdle();
    }
    CallOptions options =
        CallOptions.DEFAULT
            .withDeadlineAfter(question.timeout().toNanos(), TimeUnit.NANOSECONDS)
            .withExecutor(executor);
    ClientCall<byte[], byte[]> call = channel.newCall(question.method().descriptor(), options);
    Awaited awaited = new Awaited();
    call.start(awaited, question.metadata());
    call.request(2);
    call.sendMessage(question.message());
    call.halfClose();
    try {
      return awaited.reply();
    } catch (NotOk failed) {
      throw orFailed(failed);
    } catch (InterruptedException stopped) {
      call.cancel("The gateway was stopped.", stopped);
      throw stopped;
    }
  }

  /** What went wrong on this side is told in our words; those of the library name addresses. */
  private static NotOk orFailed(NotOk failed) throws UpstreamFailed {
    Status status = failed.status();
    if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
      throw new UpstreamFailed(504, "upstream-timeout", "The model did not answer in time.");
    }
    if (status.getCode() == Status.Code.UNAVAILABLE && status.getCause() != null) {
      throw new UpstreamFailed(502, "upstream-unreachable", "The model cannot be reached.");
    }
    if (status.getCause() != null && status.getCode() != Status.Code.CANCELLED) {
      throw new UpstreamFailed(502, "upstream-failed", "The model's server broke off.");
    }
    return failed;
  }

  private ManagedChannel open(URI address) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(address.getHost(), address.getPort())
            .eventLoopGroup(loops)
            .channelType(NioSocketChannel.class)
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .executor(executor)
            .decompressorRegistry(Encodings.none())
            .maxInboundMessageSize(limits.answer())
            .maxInboundMetadataSize(limits.headers())
            .idleTimeout(limits.idleTime().toNanos(), TimeUnit.NANOSECONDS)
            .proxyDetector(_ -> null)
            .disableServiceConfigLookUp()
            .disableRetry();
    return address.getScheme().equals("grpcs")
        ? builder.sslContext(ssl()).build()
        : builder.usePlaintext().build();
  }

  private static SslContext ssl() {
    try {
      return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK).build();
    } catch (SSLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    channels.values().forEach(ManagedChannel::shutdownNow);
  }
}
