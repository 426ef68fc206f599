package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of tools that speaks over its standard streams, a line a message (MCP 2025-11-25,
 * basic/transports, stdio). What it writes to standard error is told, as far as an operator reads.
 */
final class ServerProcess {
  private static final int MOST_WAITING = 16;
  private static final int MOST_TOLD_LINES = 100;
  private static final int MOST_TOLD_BYTES = 500;
  private static final long LOOK_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 3;

  private final String name;
  private final Process process;
  private final int most;
  private final Consumer<String> notes;
  private final BlockingQueue<byte[]> toWrite = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean asked;

  /** Whoever wants to know that a process has ended. */
  @FunctionalInterface
  interface Ended {
    /** It has; whether it was asked to. */
    void ended(boolean asked);
  }

  private final Ended ended;

  ServerProcess(String name, Process process, int most, Consumer<String> notes, Ended ended) {
    this.name = name;
    this.process = process;
    this.most = most;
    this.notes = notes;
    this.ended = ended;
  }

  /**
   * Begins to read and to write.
   *
   * @param messages takes what it says
   * @param over is run when it has ended
   */
  void run(Consumer<ObjectNode> messages, Runnable over) {
    platform("mcp-in").start(this::write);
    platform("mcp-err").start(this::tell);
    platform("mcp-out")
        .start(() -> {
          try {
            read(messages);
          } finally {
            end();
            over.run();
          }
        });
  }

  /** Reading from a process holds a thread of the machine. */
  private static Thread.Builder platform(String name) {
    return Thread.ofPlatform().daemon().name(name);
  }

  /** Sends a message; whether there is room for it. */
  boolean send(ObjectNode message) {
    return process.isAlive() && toWrite.offer((message + "\n").getBytes(UTF_8));
  }

  private void write() {
    try (OutputStream in = process.getOutputStream()) {
      while (process.isAlive() && !asked) {
        byte[] next = toWrite.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          in.write(next);
          in.flush();
        }
      }
    } catch (IOException gone) {
      // The reader sees the end.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Consumer<ObjectNode> messages) {
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      for (Optional<byte[]> line = line(out, most, false);
          line.isPresent();
          line = line(out, most, false)) {
        Optional<ObjectNode> message = Messages.read(line.get());
        if (message.isEmpty() && line.get().length > 0) {
          notes.accept(name + ": it wrote what is no message of MCP, and was ended.");
          return;
        }
        message.ifPresent(messages);
      }
    } catch (IOException gone) {
      // It has ended.
    }
  }

  /** The next line; empty at the end, and where one is longer than it may be and is not cut. */
  private static Optional<byte[]> line(InputStream in, int most, boolean cut) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return Optional.of(line.toByteArray());
      }
      if (line.size() < most) {
        line.write(next);
      } else if (!cut) {
        return Optional.empty();
      }
    }
    return line.size() > 0 && cut ? Optional.of(line.toByteArray()) : Optional.empty();
  }

  private void tell() {
    int told = 0;
    try (InputStream err = new BufferedInputStream(process.getErrorStream())) {
      for (Optional<byte[]> line = line(err, MOST_TOLD_BYTES, true);
          line.isPresent();
          line = line(err, MOST_TOLD_BYTES, true)) {
        told++;
        if (told <= MOST_TOLD_LINES) {
          notes.accept(name + " says: " + Shown.of(new String(line.get(), UTF_8)));
        }
      }
    } catch (IOException gone) {
      // It has ended.
    }
  }

  /**
   * Asks it to end, by the end of its standard input, and ends it if it does not.
   *
   * @return what can be waited for
   */
  Thread stop() {
    asked = true;
    return Thread.ofVirtual().name("mcp-stop").start(this::end);
  }

  /** By the handle: the process itself would first close its input, which may be full. */
  private void end() {
    ProcessHandle handle = process.toHandle();
    try {
      if (asked) {
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      handle.descendants().forEach(ProcessHandle::destroyForcibly);
      handle.destroy();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        handle.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      handle.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Says to whoever started it how it ended. */
  void report() {
    if (!asked) {
      String how = process.isAlive() ? "was ended" : "ended with status " + process.exitValue();
      notes.accept(name + ": its process " + how + "; its session is over.");
    }
    ended.ended(asked);
  }
}
