package dev.countersign.inspect.gguf;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/**
 * Models of llama.cpp. They can carry no code, but a template that is rendered with every chat, and
 * numbers that readers in C trusted more than once.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
public final class GgufFormat implements Format {
  @Override
  public String id() {
    return "gguf";
  }

  @Override
  public String title() {
    return "GGUF";
  }

  @Override
  public Set<String> endings() {
    return Set.of("gguf");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith("GGUF");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    GgufInput in = GgufInput.open(artefact.bytes());
    new GgufLook(in, examination).look();
  }
}
