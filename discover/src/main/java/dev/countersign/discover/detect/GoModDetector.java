package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.List;

/** {@code go.mod}. */
public final class GoModDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.name().equals("go.mod");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Dependencies dependencies = new Dependencies(Ecosystem.GO, findings);
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).strip().split("\\s+", 4);
      int name = words[0].equals("require") ? 1 : 0;
      if (words[0].equals("module") && words.length > 1) {
        Dependencies.unit(findings, words[1]);
        Dependencies.project(
            findings, words[1].substring(words[1].lastIndexOf('/') + 1), "", i + 1);
      } else if (words.length > name) {
        dependencies.add(words[name], i + 1, false);
      }
    }
  }
}
