package dev.countersign.gateway.grpc;

import dev.countersign.gateway.grpc.message.InferMessage;
import dev.countersign.gateway.grpc.message.ScoreMessage;
import dev.countersign.gateway.grpc.message.SmallMessages;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Tensor;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The demo's model over gRPC, on this machine only. */
public final class GrpcDemo implements AutoCloseable {
  private final Server server;

  private GrpcDemo(Server server) {
    this.server = server;
  }

  /** A model that gives each row of its inputs a score. */
  public interface Model {
    /** The scores of rows whose values come one after the other. */
    List<Double> scores(List<JsonNode> values);
  }

  /**
   * Starts one on any port that is free.
   *
   * @throws IllegalStateException if there is none
   */
  public static GrpcDemo start(Model model) {
    Library.prepare();
    try {
      return new GrpcDemo(
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .executor(Executors.newVirtualThreadPerTaskExecutor())
              .fallbackHandlerRegistry(new Methods(model))
              .build()
              .start());
    } catch (IOException failed) {
      throw new IllegalStateException("no port for gRPC can be used", failed);
    }
  }

  private static final class Methods extends HandlerRegistry {
    private final Model model;

    Methods(Model model) {
      this.model = model;
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
        String name, @Nullable String authority) {
      Method method = Method.of(name);
      return method == Method.UNKNOWN
          ? null
          : ServerMethodDefinition.create(
              method.descriptor(), (call, metadata) -> new Answer(method, model, call));
    }
  }

  private static final class Answer extends ServerCall.Listener<byte[]> {
    private final Method method;
    private final Model model;
    private final ServerCall<byte[], byte[]> call;

    Answer(Method method, Model model, ServerCall<byte[], byte[]> call) {
      this.method = method;
      this.model = model;
      this.call = call;
      call.request(1);
    }

    @Override
    public void onMessage(byte[] message) {
      try {
        byte[] answer = answer(message);
        call.sendHeaders(new Metadata());
        call.sendMessage(answer);
        call.close(Status.OK, new Metadata());
      } catch (Malformed wrong) {
        call.close(Status.INVALID_ARGUMENT.withDescription(wrong.getMessage()), new Metadata());
      }
    }

    private byte[] answer(byte[] message) throws Malformed {
      return switch (method) {
        case MODEL_INFER -> infer(message);
        case SERVER_METADATA, MODEL_METADATA -> ScoreMessage.named("demo");
        default -> SmallMessages.answer(true);
      };
    }

    private byte[] infer(byte[] message) throws Malformed {
      List<Tensor> inputs = InferMessage.request(message).tensors();
      return ScoreMessage.of(
          "demo", model.scores(inputs.isEmpty() ? List.of() : inputs.getFirst().data()));
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
