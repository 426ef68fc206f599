package dev.countersign.gateway.demo;

import dev.countersign.gateway.grpc.GrpcDemo;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A server of models for tutorials and measurements, on this machine only. By the Open Inference
 * Protocol it serves a model {@code demo}, over gRPC too, and {@code fraud}, that of
 * examples/card-fraud; by OpenAI's API a language model {@code echo}.
 */
public final class DemoUpstream implements AutoCloseable {
  private static final int THREADS = 8;

  private final Server server;
  private final GrpcDemo grpc;

  private DemoUpstream(Server server, GrpcDemo grpc) {
    this.server = server;
    this.grpc = grpc;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException if the port is taken
   */
  public static DemoUpstream start(int port) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new DemoHandler());
    try {
      server.start();
    } catch (Exception taken) {
      throw new IllegalStateException("port " + port + " cannot be used", taken);
    }
    return new DemoUpstream(server, GrpcDemo.start(DemoModel.DEMO::scores));
  }

  /** Where it listens. */
  public int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Where it is asked by gRPC. */
  public int grpcPort() {
    return grpc.port();
  }

  @Override
  public void close() {
    grpc.close();
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
