package dev.countersign.inspect.requirements;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code requirements.txt}: what pip is to install, and from where. */
public final class RequirementsFormat implements Format {
  /** Its id. */
  public static final String ID = "requirements";

  private static final int LARGEST = 1 << 20;
  private static final Set<String> SUFFIXES = Set.of("txt", "in");
  private static final Pattern NAME =
      Pattern.compile("(?i)([\\w.-]*[-_.])?requirements?([-_.][\\w.-]*)?\\.(txt|in)");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Requirements of pip";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return SUFFIXES.contains(artefact.ending()) && NAME.matcher(artefact.fileName()).matches();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws IOException {
    String text = new String(artefact.bytes().copy(0, LARGEST), StandardCharsets.UTF_8);
    List<String> lines = text.replaceAll("\\\\\r?\n", " ").lines().toList();
    Requirements.judge(lines, examination);
  }
}
