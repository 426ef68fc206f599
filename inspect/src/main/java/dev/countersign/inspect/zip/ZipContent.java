package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.BytesStream;
import dev.countersign.inspect.bytes.Expanded;
import dev.countersign.inspect.bytes.Expansion;
import dev.countersign.inspect.bytes.Meter;
import dev.countersign.inspect.bytes.StreamedBytes;
import dev.countersign.inspect.compressed.Codec;
import dev.countersign.inspect.engine.Budget;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** What is in a member, by its method of compression (APPNOTE.TXT 6.3.10, section 4.4.5). */
final class ZipContent {
  /** Up to this size a member is expanded whole, so that what it announces is not needed. */
  static final int SMALL = 1 << 20;

  private static final int BZIP2 = 12;
  private static final int MOST_MEMORY_KIB = 65 << 10;

  /** The bit that says that LZMA marks its end itself (APPNOTE.TXT 4.4.4). */
  private static final int END_MARKER = 2;

  private ZipContent() {}

  static Bytes open(ZipArchive archive, ZipMember member, Budget budget)
      throws Broken, IOException {
    Bytes packed = packed(archive, member);
    if (member.stored()) {
      return packed;
    }
    Expansion expansion = expansion(member, packed);
    Meter meter = meter(member, budget);
    if (member.size() < 0 || member.size() > SMALL) {
      return new StreamedBytes(expansion, meter, Math.max(0, member.size()));
    }
    return Expanded.most(expansion, meter, SMALL).bytes();
  }

  /** Takes note of what comes out, in proportion to the time that it takes. */
  static Meter meter(ZipMember member, Budget budget) {
    return switch (member.method()) {
      case 0 -> _ -> {};
      case BZIP2 -> Codec.BZIP2.meter(budget);
      default -> budget::expand;
    };
  }

  /** Its bytes in the archive, as far as the file has them. */
  static Bytes packed(ZipArchive archive, ZipMember member) throws Broken {
    if (member.data() < 0) {
      throw new Broken(
          Math.max(0, member.entry()),
          "the central directory says that %s starts at %,d, where no member does"
              .formatted(member.name(), member.header()));
    }
    long left = archive.bytes().length() - member.data();
    if (member.compressed() < 0 || member.compressed() > left) {
      throw new Broken(
          member.entry(),
          "%s announces %s bytes, and %,d are left in the file"
              .formatted(member.name(), Long.toUnsignedString(member.compressed()), left));
    }
    return archive.bytes().slice(member.data(), member.compressed());
  }

  static Expansion expansion(ZipMember member, Bytes packed) throws Broken {
    return switch (member.method()) {
      case 8 -> () -> inflated(packed);
      case 9 -> () -> new Deflate64CompressorInputStream(new BytesStream(packed));
      case BZIP2 -> () -> new BZip2CompressorInputStream(new BytesStream(packed));
      case 14 -> () -> lzma(packed, (member.flags() & END_MARKER) != 0 ? -1 : member.size());
      case 20, 93 -> () -> new ZstdInputStream(new BytesStream(packed));
      case 95 -> () -> new XZInputStream(new BytesStream(packed), MOST_MEMORY_KIB);
      default ->
          throw new Broken(
              member.entry(),
              "%s is compressed by method %d, which is not read here"
                  .formatted(member.name(), member.method()));
    };
  }

  private static InputStream inflated(Bytes packed) {
    return new InflaterInputStream(new BytesStream(packed), new Inflater(true), 1 << 14) {
      @Override
      public void close() throws IOException {
        inf.end();
        super.close();
      }
    };
  }

  /** Its own header of four bytes (APPNOTE.TXT 5.8.8), then properties, then data. */
  private static InputStream lzma(Bytes packed, long size) throws IOException {
    BytesStream stream = new BytesStream(packed);
    stream.skip(4);
    byte[] properties = stream.readNBytes(5);
    if (properties.length < 5) {
      throw new IOException("no properties of LZMA");
    }
    int dictionary =
        (properties[1] & 0xFF)
            | (properties[2] & 0xFF) << 8
            | (properties[3] & 0xFF) << 16
            | (properties[4] & 0xFF) << 24;
    if (LZMAInputStream.getMemoryUsage(dictionary, properties[0]) > MOST_MEMORY_KIB) {
      throw new IOException("a dictionary that is too large");
    }
    return new LZMAInputStream(stream, size, properties[0], dictionary);
  }
}
