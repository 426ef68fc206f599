package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.lexicon.Libraries;
import dev.countersign.discover.tree.Source;
import java.util.List;

/** Notebooks: surely of machine learning where they import a library for it. */
public final class NotebookDetector implements Detector {
  private static final int LISTED = 4;

  @Override
  public boolean wants(Source source) {
    return source.extension().equals("ipynb");
  }

  @Override
  public void detect(Source source, Findings findings) {
    List<String> libraries = libraries(source);
    Findings.Builder notebook =
        findings
            .whole(What.NOTEBOOK, source.path())
            .with(Detail.FILES, source.path())
            .with(Detail.PRODUCT, String.join(", ", libraries));
    if (libraries.isEmpty()) {
      notebook.perhaps();
    } else {
      notebook.sure();
    }
  }

  private static List<String> libraries(Source source) {
    Libraries known = Libraries.of(Ecosystem.PYTHON);
    return source.code().imports().stream()
        .flatMap(module -> known.module(module.module()).stream())
        .filter(library -> !library.kind().startsWith("web-"))
        .map(library -> library.name())
        .distinct()
        .limit(LISTED)
        .toList();
  }
}
