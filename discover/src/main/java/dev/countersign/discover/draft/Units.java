package dev.countersign.discover.draft;

import dev.countersign.discover.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The folders of a repository that are built, installed or deployed as one. */
final class Units {
  private final Set<String> folders = new TreeSet<>();

  Units(List<Finding> manifests) {
    manifests.forEach(finding -> folders.add(finding.where().folder()));
    folders.add("");
  }

  /** The nearest unit above a file, as its folder; empty for the root. */
  String of(Finding finding) {
    String at = finding.where().folder();
    while (!folders.contains(at)) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return at;
  }
}
