package dev.countersign.report.full;

import dev.countersign.assess.placed.ElementControls;
import dev.countersign.model.Element;
import java.util.List;

/**
 * An element with the controls on it.
 *
 * @param element where they stand
 * @param controls what needs work first
 */
public record ElementView(Element element, List<ControlView> controls) {
  public ElementView {
    controls = List.copyOf(controls);
  }

  static List<ElementView> all(Page page) {
    return ElementControls.of(page.checked()).stream()
        .map(it ->
            new ElementView(
                it.element(),
                it.controls().stream().map(control -> ControlView.of(control, page)).toList()))
        .toList();
  }

  /** What it is, in words. */
  public String kind() {
    return element.kind().word().replace('-', ' ');
  }
}
