package dev.countersign.watch.engine;

import dev.countersign.watch.detector.DetectorKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * States of several detectors, one after the other, each with the id and the version of its
 * detector: a detector that is new, or whose version is another one, begins afresh, and the others
 * go on. So what an older release wrote, in a checkpoint or in a savepoint, can be read.
 */
final class Sections {
  private static final int LARGEST = 64 << 20;

  private final int[] ids;
  private final byte[] versions;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final DataOutputStream into = new DataOutputStream(buffer);

  /** Writes what one detector remembers. */
  interface Writer {
    void write(int detector, DataOutput out) throws IOException;
  }

  /** Reads what one detector remembers. */
  interface Reader {
    void read(int detector, DataInput in) throws IOException;
  }

  Sections(List<DetectorKind> kinds) {
    this.ids = kinds.stream().mapToInt(kind -> kind.id().hashCode()).toArray();
    this.versions = new byte[ids.length];
    for (int i = 0; i < versions.length; i++) {
      versions[i] = (byte) kinds.get(i).version();
    }
  }

  /** How many bytes the headers have. */
  int overhead() {
    return 1 + ids.length * (Integer.BYTES + 1 + Integer.BYTES);
  }

  void write(Writer writer, DataOutput out) throws IOException {
    out.writeByte(ids.length);
    for (int i = 0; i < ids.length; i++) {
      buffer.reset();
      writer.write(i, into);
      out.writeInt(ids[i]);
      out.writeByte(versions[i]);
      out.writeInt(buffer.size());
      out.write(buffer.toByteArray());
    }
  }

  void read(Reader reader, DataInput in) throws IOException {
    for (int left = in.readByte(); left > 0; left--) {
      int id = in.readInt();
      byte version = in.readByte();
      int length = in.readInt();
      if (length < 0 || length > LARGEST) {
        throw new IOException("a state cannot have %d bytes".formatted(length));
      }
      byte[] state = new byte[length];
      in.readFully(state);
      int detector = detector(id, version);
      if (detector >= 0) {
        reader.read(detector, new DataInputStream(new ByteArrayInputStream(state)));
      }
    }
  }

  private int detector(int id, byte version) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id && versions[i] == version) {
        return i;
      }
    }
    return -1;
  }
}
