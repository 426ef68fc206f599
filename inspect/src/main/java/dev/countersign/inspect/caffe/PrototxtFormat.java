package dev.countersign.inspect.caffe;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks of Caffe as text. */
public final class PrototxtFormat implements Format {
  private static final int LARGEST = 16 << 20;
  private static final Pattern LAYER = Pattern.compile("\\blayers?\\s*+[:{]");
  private static final Pattern TYPE =
      Pattern.compile("\\btype\\s*+:\\s*+[\"']?([A-Za-z0-9_]{1,100})");
  private static final Pattern MODULE =
      Pattern.compile("\\bmodule\\s*+:\\s*+[\"']([^\"'\n]{1,200})[\"']");

  @Override
  public String id() {
    return "caffe-text";
  }

  @Override
  public String title() {
    return "Caffe network as text";
  }

  @Override
  public Set<String> endings() {
    return Set.of("prototxt");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.ending().equals("prototxt")
        && LAYER.matcher(new String(artefact.head(), StandardCharsets.UTF_8)).find();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (artefact.length() > LARGEST) {
      throw new Broken(
          0, "a text of %,d bytes, and at most %,d are read".formatted(artefact.length(), LARGEST));
    }
    examination.fact(ArtefactFact.FRAMEWORK, "Caffe");
    String text = new String(artefact.bytes().copy(0, LARGEST), StandardCharsets.ISO_8859_1);
    Matcher types = TYPE.matcher(text);
    while (types.find()) {
      Layers.judge(types.group(1), subject(types, text), types.start(1), examination);
    }
  }

  private static String subject(Matcher type, String text) {
    int end = Math.min(text.length(), type.end() + 1000);
    Matcher module = MODULE.matcher(text.substring(type.end(), end));
    return type.group(1).equals("Python") && module.find() ? module.group(1) : type.group(1);
  }
}
