package dev.countersign.bom.lock;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code gradle.lockfile}: a line {@code group:artifact:version=configurations} a library
 * (docs.gradle.org/current/userguide/dependency_locking.html). What only tests need is left out.
 */
public final class GradleLock implements LockFormat {
  private static final Pattern LINE = Pattern.compile("([^:=#\\s]+:[^:=\\s]+):([^:=\\s]+)=(.*)");

  /** Made by {@link java.util.ServiceLoader}. */
  public GradleLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("gradle.lockfile");
  }

  @Override
  public void read(LockText file, Locked locked) {
    for (String line : file.lines()) {
      Matcher library = LINE.matcher(line.strip());
      if (library.matches() && isShipped(library.group(3))) {
        locked.add(Ecosystem.MAVEN, library.group(1), library.group(2));
      }
    }
  }

  private static boolean isShipped(String configurations) {
    for (String configuration : configurations.split(",")) {
      if (!configuration.startsWith("test") && !configuration.startsWith("annotationProcessor")) {
        return true;
      }
    }
    return false;
  }
}
