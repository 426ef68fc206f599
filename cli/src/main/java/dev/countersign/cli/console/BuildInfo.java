package dev.countersign.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/** What the build knew about itself. */
public final class BuildInfo {
  private static final String RESOURCE = "/dev/countersign/cli/build.properties";

  private BuildInfo() {}

  /** The version, for example {@code 0.1.0}. */
  public static String version() {
    return properties().getProperty("version", "unknown");
  }

  /** The commit that was built, if the build was told. */
  public static Optional<String> commit() {
    return Optional.of(properties().getProperty("commit", "")).filter(commit -> !commit.isBlank());
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException unreadable) {
      // A report without a version is better than none.
      return new Properties();
    }
    return properties;
  }
}
