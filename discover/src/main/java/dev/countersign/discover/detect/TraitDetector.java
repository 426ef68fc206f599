package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Optional;

/** Facts about the code around a model: memory, stores of vectors, limits on steps, keys. */
public final class TraitDetector implements Detector {
  private static final List<String> KEYS =
      List.of("_API_KEY", "_API_TOKEN", "_SECRET_KEY", "HF_TOKEN");

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    boolean agent = Imported.kind(source, "agent");
    boolean keeps = agent || Imported.kind(source, "vector-store");
    for (Call call : source.code().calls()) {
      memory(call, findings);
      if (keeps) {
        store(call, findings);
      }
      if (agent) {
        limit(call, findings);
      }
      if (isKey(call)) {
        add("credentials", "environment", call.line(), findings);
      }
    }
  }

  private static void memory(Call call, Findings findings) {
    // A class method such as PostgresSaver.from_conn_string makes one, too.
    String type = call.receiver().substring(call.receiver().lastIndexOf('.') + 1);
    for (String name : List.of(call.name(), type)) {
      String scope = CallWords.MEMORIES.get(name);
      if (scope != null) {
        findings.at(What.MEMORY, name, call.line()).with(Detail.SCOPE, scope).likely();
      }
    }
  }

  private static void store(Call call, Findings findings) {
    String type = call.receiver().substring(call.receiver().lastIndexOf('.') + 1);
    Optional<String> product =
        Optional.ofNullable(CallWords.STORES.get(call.name()))
            .or(() -> Optional.ofNullable(CallWords.STORES.get(type)));
    product.ifPresent(name ->
        findings
            .at(What.STORE, name, call.line())
            .with(Detail.STORE_TYPE, "vector-store")
            .with(Detail.PRODUCT, name)
            .likely());
  }

  private static void limit(Call call, Findings findings) {
    call.named(CallWords.LIMITS.toArray(String[]::new))
        .filter(value -> value.length() < 6 && value.chars().allMatch(c -> c >= '0' && c <= '9'))
        .ifPresent(value -> add("step-limit", value, call.line(), findings));
  }

  private static boolean isKey(Call call) {
    boolean asks =
        call.name().equals("getenv")
            || call.path().endsWith("environ.get")
            || call.name().equals("Getenv");
    return asks && call.first().filter(name -> KEYS.stream().anyMatch(name::endsWith)).isPresent();
  }

  private static void add(String name, String value, int line, Findings findings) {
    findings.at(What.TRAIT, name, line).with(Detail.VALUE, value).likely();
  }
}
