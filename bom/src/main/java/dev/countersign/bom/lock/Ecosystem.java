package dev.countersign.bom.lock;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.Optional;

/** Where libraries come from, and how their package URLs are made (package-url/purl-spec). */
enum Ecosystem {
  PYPI("pypi"),
  NPM("npm"),
  MAVEN("maven"),
  GOLANG("golang"),
  CARGO("cargo"),
  NUGET("nuget");

  private static final int LONGEST = 500;

  private final String type;

  Ecosystem(String type) {
    this.type = type;
  }

  /** The package URL; empty where the name or version cannot stand in one. */
  Optional<String> purl(String name, String version) {
    if (name.isBlank() || version.isBlank() || name.length() + version.length() > LONGEST) {
      return Optional.empty();
    }
    int slash = name.lastIndexOf(this == MAVEN ? ':' : '/');
    String namespace = slash < 0 ? "" : name.substring(0, slash);
    try {
      return Optional.of(
          new PackageURL(
                  type,
                  namespace.isEmpty() ? null : namespace,
                  normal(name.substring(slash + 1)),
                  version,
                  null,
                  null)
              .canonicalize());
    } catch (MalformedPackageURLException unusable) {
      return Optional.empty();
    }
  }

  /** PyPI takes names for the same that differ in case or in {@code - _ .} only (PEP 503). */
  String normal(String name) {
    return this == PYPI ? name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-") : name;
  }
}
