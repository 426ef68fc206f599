package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client that means harm may send over gRPC. */
class GrpcHostileTest {
  private static final String ASK =
      "model_name: 'fraud' inputs { name: 'x' datatype: 'FP32' shape: [1] contents {"
          + " fp32_contents: [1] } }";
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

  @TempDir private static Path folder;
  private static FakeUpstream rest;
  private static FakeGrpcUpstream upstream;
  private static Started started;
  private static GrpcClient client;

  @BeforeAll
  static void start() throws Exception {
    rest = new FakeUpstream();
    upstream = new FakeGrpcUpstream();
    started =
        Started.with(
            folder,
            Started.oip(rest, "    grpc: " + upstream.address() + "\n"),
            "listen: { port: 0, grpc-port: 0 }\n"
                + "limits: { body: 64 KiB, headers: 4 KiB, body-time: 400 ms, header-time: 400 ms,"
                + " connections: 20 }\n");
    client = new GrpcClient(started.gateway.grpcPort().orElseThrow());
  }

  @AfterAll
  static void stop() {
    client.close();
    started.close();
    upstream.close();
    rest.close();
  }

  private static Socket socket() throws Exception {
    Socket socket = new Socket("127.0.0.1", started.gateway.grpcPort().orElseThrow());
    socket.setSoTimeout(5000);
    return socket;
  }

  private static void isServed() {
    assertThat(client.infer(ASK)).isEmpty();
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    byte[] large = new byte[(64 << 10) + 1];
    assertThat(client.refused(GrpcClient.INFER, large).getStatus().getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    isServed();
    assertThat(started.admin("GET", "/metrics").body())
        .contains("operation=\"infer\",outcome=\"refused\",status=\"4xx\"");
  }

  @Test
  void compressedMessagesAreRefused() {
    assertThatThrownBy(() ->
            client.call(
                GrpcClient.INFER, Oip.request(ASK), CallOptions.DEFAULT.withCompression("gzip")))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refused ->
                assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
  }

  @Test
  void metadataOverTheLimitAreRefused() {
    Metadata large = new Metadata();
    large.put(Metadata.Key.of("x-large", Metadata.ASCII_STRING_MARSHALLER), "x".repeat(8 << 10));
    GrpcClient other = new GrpcClient(started.gateway.grpcPort().orElseThrow());
    try (other) {
      assertThatThrownBy(() ->
              ClientCalls.blockingUnaryCall(
                  io.grpc.ClientInterceptors.intercept(
                      other.channel, MetadataUtils.newAttachHeadersInterceptor(large)),
                  FakeGrpcUpstream.method(GrpcClient.INFER),
                  CallOptions.DEFAULT,
                  Oip.request(ASK)))
          .isInstanceOf(StatusRuntimeException.class);
    }
    isServed();
  }

  @Test
  void aMessageThatDoesNotComeIsNotWaitedFor() throws Exception {
    BlockingQueue<Status> ends = new ArrayBlockingQueue<>(1);
    ClientCall<byte[], byte[]> call = streaming();
    call.start(ending(ends), new Metadata());
    call.request(1);
    Status status = ends.poll(5, TimeUnit.SECONDS);
    assertThat(status).isNotNull();
    assertThat(status.getDescription()).isEqualTo("The request took too long to arrive.");
  }

  @Test
  void aSecondMessageIsRefused() throws Exception {
    BlockingQueue<Status> ends = new ArrayBlockingQueue<>(1);
    ClientCall<byte[], byte[]> call = streaming();
    call.start(ending(ends), new Metadata());
    call.request(1);
    upstream.asked.clear();
    call.sendMessage(Oip.request(ASK));
    call.sendMessage(Oip.request(ASK));
    call.halfClose();
    Status status = ends.poll(5, TimeUnit.SECONDS);
    assertThat(status).isNotNull();
    assertThat(status.isOk()).isFalse();
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void aCallWithoutAMessageIsRefused() throws Exception {
    BlockingQueue<Status> ends = new ArrayBlockingQueue<>(1);
    ClientCall<byte[], byte[]> call = streaming();
    call.start(ending(ends), new Metadata());
    call.request(1);
    call.halfClose();
    Status status = ends.poll(5, TimeUnit.SECONDS);
    assertThat(status).isNotNull();
    assertThat(status.getCode()).as("%s", status).isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  private static ClientCall<byte[], byte[]> streaming() {
    return client.channel.newCall(
        FakeGrpcUpstream.method(GrpcClient.INFER).toBuilder()
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .build(),
        CallOptions.DEFAULT);
  }

  private static ClientCall.Listener<byte[]> ending(BlockingQueue<Status> ends) {
    return new ClientCall.Listener<>() {
      @Override
      public void onClose(Status status, Metadata trailers) {
        ends.add(status);
      }
    };
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() throws Exception {
    try (Socket silent = socket()) {
      // Settings may come; then comes the end.
      InputStream in = silent.getInputStream();
      in.readAllBytes();
    }
    isServed();
  }

  @Test
  void aFloodOfPingsEndsTheConnection() throws Exception {
    byte[] ping = {0, 0, 8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertThat(endsAfter(ping, 10_000)).isTrue();
    isServed();
  }

  @Test
  void aFloodOfResetsEndsTheConnection() throws Exception {
    try (Socket socket = socket()) {
      OutputStream out = socket.getOutputStream();
      out.write(PREFACE);
      out.write(SETTINGS);
      assertThat(resets(out, 100_000) && isOpen(socket)).isFalse();
    }
    isServed();
  }

  /** Begins calls and drops them at once (CVE-2023-44487). */
  private static boolean resets(OutputStream out, int times) {
    byte[] headers = {
      (byte) 0x83,
      (byte) 0x86,
      0x44,
      2,
      '/',
      'x',
      0x41,
      1,
      'a',
      0x5f,
      0x10,
      'a',
      'p',
      'p',
      'l',
      'i',
      'c',
      'a',
      't',
      'i',
      'o',
      'n',
      '/',
      'g',
      'r',
      'p',
      'c'
    };
    try {
      for (int i = 0; i < times; i++) {
        int id = 2 * i + 1;
        out.write(frame(1, 4, id, headers));
        out.write(frame(3, 0, id, new byte[] {0, 0, 0, 8}));
      }
      out.flush();
      return true;
    } catch (java.io.IOException closed) {
      return false;
    }
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    java.nio.ByteBuffer frame = java.nio.ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) 0).putShort((short) payload.length).put((byte) type).put((byte) flags);
    return frame.putInt(stream).put(payload).array();
  }

  private static boolean endsAfter(byte[] frame, int times) throws Exception {
    try (Socket socket = socket()) {
      OutputStream out = socket.getOutputStream();
      out.write(PREFACE);
      out.write(SETTINGS);
      for (int i = 0; i < times; i++) {
        out.write(frame);
      }
      out.flush();
      return !isOpen(socket);
    } catch (java.io.IOException closed) {
      return true;
    }
  }

  private static boolean isOpen(Socket socket) throws Exception {
    try {
      socket.getInputStream().readAllBytes();
      return false;
    } catch (java.net.SocketTimeoutException open) {
      return true;
    } catch (java.io.IOException reset) {
      return false;
    }
  }

  @Test
  void moreConnectionsThanThereMayBeAreClosedAtOnce() throws Exception {
    isServed();
    List<Socket> many = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        many.add(socket());
      }
      int closed = 0;
      for (Socket one : many.subList(25, 40)) {
        one.setSoTimeout(300);
        closed += isOpen(one) ? 0 : 1;
      }
      assertThat(closed).isEqualTo(15);
      isServed();
    } finally {
      for (Socket one : many) {
        one.close();
      }
    }
  }

  @Test
  void manySlowCallsDelayNoOther() throws Exception {
    GrpcClient slow =
        new GrpcClient(
            NettyChannelBuilder.forAddress("127.0.0.1", started.gateway.grpcPort().orElseThrow())
                .usePlaintext());
    try (slow) {
      for (int i = 0; i < 90; i++) {
        ClientCall<byte[], byte[]> call =
            slow.channel.newCall(FakeGrpcUpstream.method(GrpcClient.INFER), CallOptions.DEFAULT);
        call.start(new ClientCall.Listener<>() {}, new Metadata());
      }
      long before = System.nanoTime();
      isServed();
      assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }
  }
}
