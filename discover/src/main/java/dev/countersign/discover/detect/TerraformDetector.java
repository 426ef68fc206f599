package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.code.Hcl;
import dev.countersign.discover.code.Hcl.Block;
import dev.countersign.discover.lexicon.CloudResources;
import dev.countersign.discover.lexicon.CloudResources.CloudResource;
import dev.countersign.discover.tree.Source;
import java.util.Optional;

/** Terraform and OpenTofu: resources and modules that run models or keep data for them. */
public final class TerraformDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.extension().equals("tf") || source.extension().equals("tofu");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Hcl.blocks(source.text()).forEach(block -> block(block, findings));
  }

  private static void block(Block block, Findings findings) {
    if (block.type().equals("resource") && block.labels().size() == 2) {
      CloudResources.terraform(block.labels().getFirst())
          .ifPresent(known -> add(known, block, findings));
    } else if (block.type().equals("module")) {
      block
          .attribute("source")
          .flatMap(CloudResources::module)
          .ifPresent(known -> add(known, block, findings));
    }
  }

  private static void add(CloudResource known, Block block, Findings findings) {
    Optional<String> model =
        known.names().stream().flatMap(name -> block.attribute(name).stream()).findFirst();
    String name = block.labels().isEmpty() ? "" : block.labels().getLast();
    CloudFindings.add(known, name, block.line(), model, findings);
  }
}
