package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Import;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.lexicon.Libraries;
import dev.countersign.discover.lexicon.Library;
import dev.countersign.discover.tree.Source;
import java.util.HashSet;
import java.util.Set;

/** Libraries that code imports, each once a file. */
public final class ImportDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    Libraries libraries = Libraries.of(ecosystem(source));
    Set<Library> seen = new HashSet<>();
    for (Import module : source.code().imports()) {
      libraries
          .module(module.module().replace("::", "."))
          .filter(seen::add)
          .ifPresent(library -> add(library, module, findings));
    }
  }

  private static void add(Library library, Import module, Findings findings) {
    findings
        .at(What.IMPORT, library.name(), module.line())
        .with(Detail.KIND, library.kind())
        .with(Detail.PRODUCT, library.product())
        .sure();
  }

  static Ecosystem ecosystem(Source source) {
    return switch (Language.of(source.extension()).orElse(Language.PYTHON)) {
      case PYTHON -> Ecosystem.PYTHON;
      case SCRIPT -> Ecosystem.NPM;
      case JVM -> Ecosystem.JVM;
      case GO -> Ecosystem.GO;
      case RUST -> Ecosystem.CARGO;
      case SHARP, HCL -> Ecosystem.NUGET;
    };
  }
}
