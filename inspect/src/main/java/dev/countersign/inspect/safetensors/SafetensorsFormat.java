package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Tensors with a header of JSON. It can carry no code; what is looked for is a header that lies
 * about its bytes, bytes that no tensor owns, and metadata that is no prose.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class SafetensorsFormat implements Format {
  /** The largest header that the reference reader takes, in bytes. */
  static final long LARGEST_HEADER = 100_000_000;

  private static final int PREFIX = 8;

  @Override
  public String id() {
    return "safetensors";
  }

  @Override
  public String title() {
    return "safetensors";
  }

  @Override
  public Set<String> endings() {
    return Set.of("safetensors");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    byte[] head = artefact.head();
    return head.length > PREFIX + 1
        && head[PREFIX] == '{'
        && begins(head[PREFIX + 1])
        && plausible(artefact);
  }

  private static boolean begins(byte second) {
    return second == '"' || second == '}' || second == ' ' || second == '\n';
  }

  private static boolean plausible(Artefact artefact) throws IOException {
    byte[] head = artefact.head();
    long length = 0;
    for (int i = PREFIX - 1; i >= 0; i--) {
      length = (length << 8) | (head[i] & 0xFF);
    }
    return length >= 2 && length <= LARGEST_HEADER;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    Cursor in = new Cursor(artefact.bytes());
    long length = in.i64();
    if (length < 2 || length > LARGEST_HEADER) {
      throw new Lie(
          0,
          "a header of %s bytes, and at most %,d are allowed"
              .formatted(Long.toUnsignedString(length), LARGEST_HEADER));
    }
    Bytes json = in.slice(length);
    Header header = Header.read(json, examination);
    header.tell(examination);
    long data = PREFIX + length;
    List<Gap> gaps = new Layout(header.tensors(), in.remaining()).check(data, examination);
    for (Gap gap : gaps) {
      examination.member(
          "unowned-bytes-at-%d".formatted(data + gap.from()),
          artefact.bytes().slice(data + gap.from(), gap.length()));
    }
  }
}
