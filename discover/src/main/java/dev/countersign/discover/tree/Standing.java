package dev.countersign.discover.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the place of a file says about it. */
final class Standing {
  /** Installed, built or generated: not what the repository is about. */
  private static final Set<String> SKIPPED =
      Set.of(
          "node_modules",
          "bower_components",
          "site-packages",
          "dist-packages",
          "__pycache__",
          "venv",
          "virtualenv",
          "vendor",
          "third_party",
          "target",
          "build",
          "dist",
          "out",
          "wandb",
          "mlruns",
          "lightning_logs",
          "htmlcov",
          "coverage");

  /** Hidden folders that configure agents. */
  private static final Set<String> SHOWN = Set.of(".cursor", ".vscode", ".github", ".dvc");

  /** Not what ships: looked into, but second in rank. */
  private static final Set<String> ASIDE =
      Set.of(
          "test",
          "tests",
          "testing",
          "__tests__",
          "spec",
          "specs",
          "e2e",
          "fixtures",
          "testdata",
          "example",
          "examples",
          "sample",
          "samples",
          "demo",
          "demos",
          "doc",
          "docs",
          "docs_src",
          "i18n",
          "locale",
          "locales",
          "translations",
          "tutorial",
          "tutorials",
          "cookbook",
          "cookbooks",
          "benchmark",
          "benchmarks",
          "evals");

  /** The same, as the name of a file. */
  private static final Set<String> STEMS =
      Set.of("example", "examples", "tutorial", "benchmark", "benchmarks");

  private Standing() {}

  static boolean skipped(String folder) {
    return SKIPPED.contains(folder)
        || folder.startsWith(".") && !SHOWN.contains(folder)
        || folder.endsWith(".egg-info");
  }

  /** Whether a path, relative to the root, lies among tests, examples or documentation. */
  static boolean aside(String path) {
    List<String> parts = Arrays.asList(path.toLowerCase(Locale.ROOT).split("/", -1));
    String name = parts.getLast();
    return parts.subList(0, parts.size() - 1).stream().anyMatch(ASIDE::contains)
        || STEMS.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        || name.startsWith("test_")
        || name.endsWith("_test.py")
        || name.endsWith("_test.go")
        || name.contains(".test.")
        || name.contains(".spec.")
        || name.equals("conftest.py");
  }
}
