package dev.countersign.inspect.jinja;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A template that is a file of its own: {@code chat_template.jinja}. */
public final class JinjaFormat implements Format {
  private static final int LARGEST = 4 << 20;

  @Override
  public String id() {
    return "jinja";
  }

  @Override
  public String title() {
    return "Jinja template";
  }

  @Override
  public Set<String> endings() {
    return Set.of("jinja", "jinja2", "j2", "template");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return endings().contains(artefact.ending())
        && Jinja.looksLike(new String(artefact.head(), StandardCharsets.UTF_8))
        && new String(artefact.head(), StandardCharsets.ISO_8859_1).indexOf('\0') < 0;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    byte[] text = artefact.bytes().copy(0, LARGEST);
    for (byte b : text) {
      if (b == 0) {
        throw new Broken(0, "no text: it has bytes of zero");
      }
    }
    Jinja.report(new String(text, StandardCharsets.UTF_8), artefact.fileName(), 0, examination);
  }
}
