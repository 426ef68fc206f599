package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Code;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.List;

/** Code that answers programs or shows pages to people. */
public final class RouteDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    // An "express" or "Path" means something only beside a web framework.
    boolean api = Imported.kind(source, "web-api") || Imported.kind(source, "agent");
    boolean app = Imported.kind(source, "web-app");
    for (Call call : source.code().calls()) {
      if (app && CallWords.has(CallWords.FOR_PEOPLE, call.path())) {
        add(call.path(), call.line(), "app", findings);
      } else if (api && CallWords.has(CallWords.FOR_PROGRAMS, call.path())) {
        add(call.path(), call.line(), "api", findings);
      }
    }
    for (Code.Function function : source.code().functions()) {
      decorators(function, function.decorators(), api, findings);
    }
    nextRoute(source, findings);
  }

  private static void decorators(
      Code.Function function, List<String> decorators, boolean api, Findings findings) {
    for (String decorator : decorators) {
      if (CallWords.has(CallWords.FOR_PEOPLE, decorator)) {
        add(function.name(), function.line(), "app", findings);
      } else if (api && CallWords.has(CallWords.PAGE_DECORATORS, decorator)) {
        add(function.name(), function.line(), "api", findings);
      }
    }
  }

  /** Next.js routes are files of a fixed name. */
  private static void nextRoute(Source source, Findings findings) {
    String path = source.path();
    boolean route =
        path.endsWith("/route.ts") || path.endsWith("/route.js") || path.contains("pages/api/");
    if (route && path.contains("/api/")) {
      add("route", 0, "api", findings);
    }
  }

  private static void add(String name, int line, String word, Findings findings) {
    findings.at(What.ROUTE, name, line).with(Detail.INTERFACE, word).likely();
  }
}
