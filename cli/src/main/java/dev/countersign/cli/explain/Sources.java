package dev.countersign.cli.explain;

import dev.countersign.assess.Checked;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.catalogue.Catalogues;
import java.util.List;

/**
 * What explanations are made of.
 *
 * @param knowledge families and controls
 * @param catalogues what the public catalogues say
 * @param systems the systems at hand, perhaps none
 */
public record Sources(Knowledge knowledge, Catalogues catalogues, List<Checked> systems) {
  public Sources {
    systems = List.copyOf(systems);
  }
}
