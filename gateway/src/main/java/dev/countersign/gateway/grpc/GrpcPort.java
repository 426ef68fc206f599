package dev.countersign.gateway.grpc;

import dev.countersign.gateway.config.Address;
import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.proxy.ClientNames;
import dev.countersign.gateway.proxy.Router;
import dev.countersign.gateway.proxy.Shared;
import dev.countersign.gateway.upstream.Upstream;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/** The port where clients speak gRPC. Only this package knows the library that does. */
public final class GrpcPort implements AutoCloseable {
  private static final int LOOPS = 4;
  private static final int CALLS_OF_A_CONNECTION = 100;

  /** The standard's own. What nobody has asked for yet waits in it, once for each connection. */
  private static final int WINDOW = 65_535;

  /** A client that pings more often is told to go; so is one that begins and drops many calls. */
  private static final Duration PINGS = Duration.ofSeconds(10);

  private static final int RESETS = 200;
  private static final int RESETS_SECONDS = 30;

  /** After which connections begin anew, so that they find their way to new gateways. */
  private static final Duration CONNECTION = Duration.ofHours(1);

  private static final long DRAIN_SECONDS = 30;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          Math.min(LOOPS, Runtime.getRuntime().availableProcessors()), NioIoHandler.newFactory());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor timer = timer();
  private final UpstreamChannels servers;
  private final Server server;
  private long drained;

  private GrpcPort(
      Address address,
      Optional<Tls> tls,
      Shared shared,
      Supplier<Router> router,
      ClientNames names,
      BooleanSupplier serving)
      throws Unusable {
    servers = new UpstreamChannels(shared.limits(), loops, threads);
    Answering answering = new Answering(shared, servers, serving);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(address.host(), address.port()))
            .fallbackHandlerRegistry(new Calls(shared, router, names, answering, timer))
            .addStreamTracerFactory(
                CallMeter.factory(
                    shared.budget(), () -> life(shared.limits(), router.get()), timer));
    if (tls.isPresent()) {
      builder.sslContext(ssl(tls.get()));
    }
    server = bounded(builder, shared.limits()).build();
  }

  /**
   * What TLS is spoken with.
   *
   * @param keys the gateway's own
   * @param clients whose certificates clients must have; empty to ask for none
   */
  public record Tls(KeyManagerFactory keys, Optional<TrustManagerFactory> clients) {}

  /**
   * Opens the port.
   *
   * @param router as it is when a call comes; that call keeps it
   * @param serving whether the gateway says that it is ready
   * @throws Unusable if the port is taken, or TLS cannot be spoken with what there is
   */
  public static GrpcPort open(
      Address address,
      Optional<Tls> tls,
      Shared shared,
      Supplier<Router> router,
      ClientNames names,
      BooleanSupplier serving)
      throws Unusable {
    Library.prepare();
    GrpcPort port = new GrpcPort(address, tls, shared, router, names, serving);
    try {
      port.server.start();
      return port;
    } catch (IOException taken) {
      port.close();
      throw new Unusable(
          "The port listen.grpc-port cannot be used (%s). Choose another one."
              .formatted(taken.getMessage()));
    }
  }

  private NettyServerBuilder bounded(NettyServerBuilder builder, Limits limits) {
    return builder
        .channelFactory(() -> new LimitedServerChannel(limits.connections()))
        .bossEventLoopGroup(loops)
        .workerEventLoopGroup(loops)
        .executor(threads)
        .decompressorRegistry(Encodings.none())
        .compressorRegistry(Encodings.noneOut())
        .maxInboundMessageSize(limits.body())
        .maxInboundMetadataSize(limits.headers())
        .maxConcurrentCallsPerConnection(CALLS_OF_A_CONNECTION)
        .flowControlWindow(WINDOW)
        .handshakeTimeout(limits.headerTime().toNanos(), TimeUnit.NANOSECONDS)
        .maxConnectionIdle(limits.idleTime().toNanos(), TimeUnit.NANOSECONDS)
        .maxConnectionAge(CONNECTION.toNanos(), TimeUnit.NANOSECONDS)
        .maxConnectionAgeGrace(DRAIN_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveTime(PINGS.toNanos(), TimeUnit.NANOSECONDS)
        .permitKeepAliveWithoutCalls(true)
        .maxRstFramesPerWindow(RESETS, RESETS_SECONDS);
  }

  /** How long a call may take at most: to arrive, to be answered, and to be read. */
  private static Duration life(Limits limits, Router router) {
    Duration answer = Duration.ZERO;
    for (Upstream upstream : router.overGrpc()) {
      Duration one = upstream.config().timeout().plus(upstream.config().gateTime());
      answer = one.compareTo(answer) > 0 ? one : answer;
    }
    return limits.bodyTime().plus(answer).plus(limits.idleTime());
  }

  private static SslContext ssl(Tls tls) throws Unusable {
    SslContextBuilder builder =
        GrpcSslContexts.configure(SslContextBuilder.forServer(tls.keys()), SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2");
    if (tls.clients().isPresent()) {
      builder.trustManager(tls.clients().get()).clientAuth(ClientAuth.REQUIRE);
    }
    try {
      return builder.build();
    } catch (SSLException wrong) {
      throw new Unusable("TLS cannot be spoken with what listen.tls names: " + wrong.getMessage());
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("countersign-grpc-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** Takes no more calls; what is begun has {@value #DRAIN_SECONDS} seconds from now. */
  public void drain() {
    drained = System.nanoTime();
    server.shutdown();
  }

  /** Waits for the calls that it has, as long as they may take after {@link #drain}, and stops. */
  @Override
  public void close() {
    if (!server.isShutdown()) {
      drain();
    }
    try {
      long left = TimeUnit.SECONDS.toNanos(DRAIN_SECONDS) - (System.nanoTime() - drained);
      server.awaitTermination(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
    servers.close();
    timer.shutdownNow();
    threads.shutdown();
    var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
