package dev.countersign.discover.component;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;

/** What libraries that are asked for or imported say: which host, which store, which framework. */
final class Libraries {
  private Libraries() {}

  static void take(Finding finding, Components components) {
    String product = finding.detail(Detail.PRODUCT).orElse(finding.name());
    switch (finding.detail(Detail.KIND).orElse("")) {
      case "hosted-client" -> components.add(Kind.HOSTED_SERVICE, product, finding);
      case "vector-store" -> components.add(Kind.VECTOR_STORE, product, finding);
      case "model-registry", "platform" -> components.add(Kind.PLATFORM, product, finding);
      case "training", "inference", "agent", "mcp", "memory", "tracking" ->
          components.named(Kind.LIBRARY, finding);
      default -> {}
    }
  }
}
