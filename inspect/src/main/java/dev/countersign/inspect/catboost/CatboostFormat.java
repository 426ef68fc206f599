package dev.countersign.inspect.catboost;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models of CatBoost, {@code CBM1}. */
public final class CatboostFormat implements Format {
  private static final long LARGEST = 3L << 30;
  private static final int LOOKED_THROUGH = 4 << 20;
  private static final Pattern TEXT = Pattern.compile("[ -~\\t\\n]{12,4096}");

  @Override
  public String id() {
    return "catboost";
  }

  @Override
  public String title() {
    return "CatBoost";
  }

  @Override
  public Set<String> endings() {
    return Set.of("cbm");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith("CBM1");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (!recognises(artefact)) {
      throw new Broken(0, "no CBM1 at its begin");
    }
    texts(artefact, examination);
    Cursor in = new Cursor(artefact.bytes());
    in.skip(4);
    long size = in.u32();
    if (size > in.remaining()) {
      throw Lie.orCut(4, "bytes", size, in.remaining(), LARGEST);
    }
    CatboostCore core = new CatboostCore(in.slice(size));
    String version = core.version();
    if (version.isEmpty()) {
      throw new Broken(8, "a core without a version");
    }
    examination.fact(ArtefactFact.FORMAT_VERSION, version);
    examination.fact(ArtefactFact.FRAMEWORK, "CatBoost");
    Map<String, String> information = core.information();
    examination.fact(
        ArtefactFact.PRODUCER,
        "CatBoost "
            + information.getOrDefault("catboost_version_info", "").lines().findFirst().orElse(""));
    examination.fact(ArtefactFact.TRAINING_ARGUMENTS, information.getOrDefault("params", ""));
  }

  private static void texts(Artefact artefact, Examination examination) throws IOException {
    String text = new String(artefact.bytes().copy(0, LOOKED_THROUGH), StandardCharsets.ISO_8859_1);
    Matcher one = TEXT.matcher(text);
    while (one.find()) {
      long at = one.start();
      Payloads.in(one.group())
          .filter(payload ->
              payload.kind() == Payload.Kind.CODE || payload.kind() == Payload.Kind.COMMAND)
          .ifPresent(payload -> examination.report(CatboostRules.PAYLOAD, at, payload.excerpt()));
    }
  }
}
