package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checkpoints: an index, which is a sorted table, data without any structure of its own, and a list
 * of checkpoints as text. None can carry code.
 */
public final class CheckpointFormat implements Format {
  private static final byte[] MAGIC = {
    0x57, (byte) 0xFB, (byte) 0x80, (byte) 0x8B, 0x24, 0x75, 0x47, (byte) 0xDB
  };

  private static final Pattern DATA = Pattern.compile(".*\\.data-\\d{5}-of-\\d{5}");
  private static final Pattern PATH =
      Pattern.compile("model_checkpoint_paths?: \"([^\"]{0,4096})\"");

  @Override
  public String id() {
    return "tensorflow-checkpoint";
  }

  @Override
  public String title() {
    return "TensorFlow checkpoint";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return index(artefact) || list(artefact) || data(artefact.fileName());
  }

  private static boolean data(String fileName) {
    return fileName.contains(".data-") && DATA.matcher(fileName).matches();
  }

  private static boolean index(Artefact artefact) throws IOException {
    byte[] tail = artefact.last(48);
    return tail.length >= 48
        && Arrays.equals(tail, tail.length - MAGIC.length, tail.length, MAGIC, 0, MAGIC.length);
  }

  private static boolean list(Artefact artefact) throws IOException {
    return artefact.startsWith("model_checkpoint_path");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "TensorFlow");
    if (list(artefact)) {
      Matcher paths = PATH.matcher(new String(artefact.head(), StandardCharsets.UTF_8));
      while (paths.find()) {
        if (OutwardPath.leaves(paths.group(1))) {
          examination.report(TensorflowRules.OBSOLETE, paths.start(1), paths.group(1));
        }
      }
    }
  }
}
