package dev.countersign.attest.oms;

import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hashes files in parallel and keeps their content: in memory as far as it is allowed to. */
final class KeepingHashing implements Hashing {
  private final Map<String, Content> contents = new TreeMap<>(CodePointOrder.BY_CODE_POINT);
  private long memory;

  /**
   * Keeps files in memory up to that many bytes together.
   *
   * @param memory bytes
   */
  KeepingHashing(long memory) {
    this.memory = memory;
  }

  Map<String, Content> contents() {
    return contents;
  }

  @Override
  public List<HashedFile> hash(List<FileToHash> files, Serialization how)
      throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), KeepingHashing::thread);
    try {
      List<Future<Read>> running = new ArrayList<>();
      for (FileToHash file : files) {
        boolean inMemory = file.bytes() <= memory && file.bytes() < Integer.MAX_VALUE - 16;
        memory -= inMemory ? file.bytes() : 0;
        running.add(threads.submit(() -> read(file, how, inMemory)));
      }
      return collect(running);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<HashedFile> collect(List<Future<Read>> running)
      throws IOException, InterruptedException {
    List<HashedFile> hashed = new ArrayList<>();
    for (Future<Read> one : running) {
      Read read = get(one);
      hashed.add(read.hashed());
      contents.put(read.hashed().name(), read.content());
    }
    return hashed;
  }

  private static Read read(FileToHash file, Serialization how, boolean inMemory)
      throws IOException {
    KeptFile kept = new KeptFile(file, how, inMemory);
    HashedFile hashed = kept.read(inMemory);
    return new Read(hashed, kept.content(inMemory));
  }

  private static Read get(Future<Read> one) throws IOException, InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a thread that hashes died", failed.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "countersign-open");
    thread.setDaemon(true);
    return thread;
  }

  private record Read(HashedFile hashed, Content content) {}
}
