package dev.countersign.inspect.compressed;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.BytesStream;
import dev.countersign.inspect.bytes.Expansion;
import dev.countersign.inspect.bytes.Meter;
import dev.countersign.inspect.engine.Budget;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** A way in which a file is compressed as a whole. */
public enum Codec {
  /** RFC 1952; several members in a row are one content. */
  GZIP("gzip") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith(0x1F, 0x8B, 8);
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(new BytesStream(bytes))
          .setDecompressConcatenated(true)
          .get();
    }
  },

  /** RFC 1950, as joblib writes it. */
  ZLIB("zlib") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      byte[] head = artefact.head();
      return head.length > 6
          && head[0] == 0x78
          && (head[1] & 0x20) == 0
          && (0x7800 | head[1] & 0xFF) % 31 == 0
          && begins(this, artefact);
    }

    @Override
    InputStream open(Bytes bytes) {
      return new InflaterInputStream(new BytesStream(bytes));
    }
  },

  /** bzip2, several streams in a row are one content. */
  BZIP2("bzip2") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith("BZh")
          && (artefact.hasAt(4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
              || artefact.hasAt(4, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return new BZip2CompressorInputStream(new BytesStream(bytes), true);
    }
  },

  /** The .xz file format 1.2.1. */
  XZ("xz") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith(0xFD, '7', 'z', 'X', 'Z', 0);
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return new XZInputStream(new BytesStream(bytes), MOST_MEMORY_KIB);
    }
  },

  /** LZMA without a container, as lzma 4 and Python's FORMAT_ALONE. */
  LZMA("lzma") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return Lzma.header(artefact.head()) && begins(this, artefact);
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return new LZMAInputStream(new BytesStream(bytes), MOST_MEMORY_KIB);
    }
  },

  /** RFC 8878. */
  ZSTD("zstd") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith(0x28, 0xB5, 0x2F, 0xFD)
          || Skippable.before(artefact.head(), 0xFD2FB528);
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return new ZstdInputStream(new BytesStream(Skippable.behind(bytes)));
    }
  },

  /** LZ4 frames 1.6. */
  LZ4("lz4") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith(0x04, 0x22, 0x4D, 0x18)
          || Skippable.before(artefact.head(), 0x184D2204);
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return new FramedLZ4CompressorInputStream(new BytesStream(bytes), true);
    }
  },

  /** Snappy frames. */
  SNAPPY("snappy") {
    @Override
    boolean recognises(Artefact artefact) throws IOException {
      return artefact.startsWith(0xFF, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y');
    }

    @Override
    InputStream open(Bytes bytes) throws IOException {
      return new FramedSnappyCompressorInputStream(new BytesStream(bytes));
    }
  };

  /** Enough for xz -9. */
  static final int MOST_MEMORY_KIB = 66 << 10;

  private static final int SLOW = 4;

  private static final List<Codec> ALL = List.of(values());

  private final String title;

  Codec(String title) {
    this.title = title;
  }

  /** Stable, lower case, as a policy names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The one that an artefact is compressed by. */
  public static Optional<Codec> of(Artefact artefact) throws IOException {
    for (Codec codec : ALL) {
      if (codec.recognises(artefact)) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }

  /** Takes note of what comes out, in proportion to the time that it takes. */
  public Meter meter(Budget budget) {
    return this == BZIP2 ? bytes -> budget.expand(SLOW * bytes) : budget::expand;
  }

  /** What expands these bytes. */
  public Expansion expansion(Bytes bytes) {
    return () -> open(bytes);
  }

  abstract boolean recognises(Artefact artefact) throws IOException;

  abstract InputStream open(Bytes bytes) throws IOException;

  /** Whether anything comes out of its beginning: a weak signature alone says little. */
  private static boolean begins(Codec codec, Artefact artefact) {
    try (InputStream stream = codec.open(artefact.bytes())) {
      return stream.read() >= 0;
    } catch (IOException | RuntimeException not) {
      return false;
    }
  }
}
