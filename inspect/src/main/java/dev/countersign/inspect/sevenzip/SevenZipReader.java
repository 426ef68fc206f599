package dev.countersign.inspect.sevenzip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Expanded;
import dev.countersign.inspect.bytes.StreamedBytes;
import dev.countersign.inspect.bytes.Unreadable;
import dev.countersign.inspect.engine.Budget;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** Members of a 7z, one after the other, since its blocks hold many of them. For one thread. */
final class SevenZipReader implements Closeable {
  private static final int MOST_MEMORY_KIB = 130 << 10;

  /** A member with a name and content. */
  record Member(String name, Bytes content) {}

  /** It cannot be read without a password. */
  static final class Encrypted extends Broken {
    private static final long serialVersionUID = 1;

    Encrypted() {
      super(0, "it is encrypted");
    }
  }

  /** The library cannot read on. */
  static final class Cut extends Broken {
    private static final long serialVersionUID = 1;

    Cut(String why) {
      super(0, why);
    }
  }

  /** What the library does. */
  @FunctionalInterface
  private interface Doing<T> {
    T get() throws IOException;
  }

  private final Bytes bytes;
  private final SevenZFile file;
  private int index = -1;
  private long before;

  private SevenZipReader(Bytes bytes) throws Broken {
    this.bytes = bytes;
    this.file = doing(() -> archive(bytes));
  }

  static SevenZipReader open(Bytes bytes) throws Broken, IOException {
    try {
      return new SevenZipReader(bytes);
    } catch (Cut cut) {
      return new SevenZipReader(completed(bytes, cut));
    }
  }

  private static Bytes completed(Bytes bytes, Cut cut) throws Cut, IOException {
    try {
      return Substreams.putInto(bytes);
    } catch (Broken none) {
      throw cut;
    }
  }

  /** The next member that has content; empty at the end. */
  Optional<Member> next(Budget budget) throws Broken, IOException {
    while (true) {
      SevenZArchiveEntry entry = doing(() -> Optional.ofNullable(file.getNextEntry())).orElse(null);
      if (entry == null) {
        return Optional.empty();
      }
      index++;
      if (entry.hasStream() && entry.getSize() > 0) {
        String name = Optional.ofNullable(entry.getName()).orElse("").replace('\\', '/');
        Bytes content = content(entry.getSize(), budget);
        before += content.length();
        return Optional.of(new Member(name, content));
      }
    }
  }

  private Bytes content(long size, Budget budget) throws Broken {
    int at = index;
    long skipped = before;
    if (size > StreamedBytes.KEPT) {
      return new StreamedBytes(
          () -> {
            try {
              budget.expand(skipped);
            } catch (Broken exhausted) {
              throw new Unreadable(exhausted);
            }
            return stream(at);
          },
          budget::expand,
          size);
    }
    budget.expand(size);
    return doing(() -> Bytes.of(current(file).readNBytes((int) size)));
  }

  /** A member by its place among all, from the beginning of its block. */
  private InputStream stream(int at) throws IOException {
    SevenZFile again = archive(bytes);
    for (int i = 0; i <= at; i++) {
      again.getNextEntry();
    }
    return current(again);
  }

  private static InputStream current(SevenZFile file) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return file.read();
      }

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        return file.read(into, offset, count);
      }
    };
  }

  private static SevenZFile archive(Bytes bytes) throws IOException {
    return SevenZFile.builder()
        .setSeekableByteChannel(new BytesChannel(bytes))
        .setMaxMemoryLimitKiB(MOST_MEMORY_KIB)
        .get();
  }

  private static <T> T doing(Doing<T> what) throws Broken {
    try {
      return what.get();
    } catch (PasswordRequiredException encrypted) {
      throw new Encrypted();
    } catch (IOException | RuntimeException wrong) {
      throw new Cut(Expanded.reason(wrong));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
