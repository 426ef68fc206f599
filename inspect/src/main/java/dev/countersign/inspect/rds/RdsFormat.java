package dev.countersign.inspect.rds;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.Set;

/** Objects and workspaces of R; their compression is undone before. */
public final class RdsFormat implements Format {
  private static final int WORKSPACE = 5;

  @Override
  public String id() {
    return "rds";
  }

  @Override
  public String title() {
    return "R objects";
  }

  @Override
  public Set<String> endings() {
    return Set.of("rds", "rda", "rdata");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return begins(artefact, start(artefact));
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    Cursor cursor = new Cursor(artefact.bytes());
    cursor.seek(start(artefact));
    if (!begins(artefact, start(artefact))) {
      throw new Broken(0, "no header of R");
    }
    RInput in = input(cursor);
    int version = in.integer();
    int writer = in.integer();
    in.integer();
    if (version == 3) {
      in.text(Math.clamp(in.integer(), 0, 64));
    } else if (version != 2) {
      throw new Broken(cursor.position(), "version %d, where 2 and 3 are known".formatted(version));
    }
    examination.fact(
        ArtefactFact.PRODUCER,
        "R %d.%d.%d".formatted(writer >> 16, writer >> 8 & 0xFF, writer & 0xFF));
    examination.fact(ArtefactFact.FRAMEWORK, "R");
    new RObjects(in, examination).all();
  }

  private static RInput input(Cursor cursor) throws Broken, IOException {
    int way = cursor.u8();
    cursor.u8();
    return switch (way) {
      case 'X' -> new RInput.Xdr(cursor);
      case 'B' -> new RInput.Native(cursor);
      default -> new RInput.Ascii(cursor);
    };
  }

  /** Workspaces begin with a line of their own. */
  private static int start(Artefact artefact) throws IOException {
    boolean workspace = artefact.startsWith("RD") && artefact.hasAt(4, '\n');
    return workspace ? WORKSPACE : 0;
  }

  private static boolean begins(Artefact artefact, int at) throws IOException {
    return artefact.hasAt(at, 'X', '\n', 0, 0, 0, 2)
        || artefact.hasAt(at, 'X', '\n', 0, 0, 0, 3)
        || artefact.hasAt(at, 'A', '\n', '2', '\n')
        || artefact.hasAt(at, 'A', '\n', '3', '\n')
        || artefact.hasAt(at, 'B', '\n', 2, 0, 0, 0)
        || artefact.hasAt(at, 'B', '\n', 3, 0, 0, 0);
  }
}
