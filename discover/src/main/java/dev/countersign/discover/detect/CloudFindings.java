package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.CloudResources.CloudResource;
import dev.countersign.discover.lexicon.ModelNames;
import java.util.Optional;

/** Turns resources of cloud providers into findings. */
final class CloudFindings {
  private CloudFindings() {}

  /**
   * Adds a resource.
   *
   * @param model the model that it names, if it names one
   */
  static void add(
      CloudResource resource, String name, int line, Optional<String> model, Findings findings) {
    String called = name.isBlank() ? resource.product() : name;
    switch (resource.what()) {
      case HOSTED_MODEL ->
          findings
              .at(What.IMPORT, called, line)
              .with(Detail.KIND, "hosted-client")
              .with(Detail.PRODUCT, resource.product())
              .sure();
      case SERVICE ->
          findings
              .at(What.SERVICE, called, line)
              .with(Detail.PRODUCT, resource.product())
              .with(Detail.INTERFACE, "api")
              .with(Detail.RUNS, model)
              .sure();
      case STORE ->
          findings
              .at(What.STORE, called, line)
              .with(Detail.STORE_TYPE, resource.store())
              .with(Detail.PRODUCT, resource.product())
              .sure();
      default ->
          findings
              .at(resource.what(), called, line)
              .with(Detail.PRODUCT, resource.product())
              .sure();
    }
    model.ifPresent(known -> model(known, line, findings));
  }

  private static void model(String name, int line, Findings findings) {
    if (ModelNames.hosted(name).isPresent()) {
      HostedModelDetector.hosted(name, line, findings);
    } else if (ModelNames.isHubName(name)) {
      findings
          .at(What.HUB_MODEL, name, line)
          .with(Detail.SUPPLIER, name.substring(0, name.indexOf('/')))
          .with(Detail.TASK, ModelNames.task(name))
          .with(Detail.KIND, "served")
          .likely();
    }
  }
}
