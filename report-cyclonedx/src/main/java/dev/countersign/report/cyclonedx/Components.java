package dev.countersign.report.cyclonedx;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import java.util.List;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.OrganizationalEntity;
import org.cyclonedx.model.component.ModelCard;
import org.cyclonedx.model.component.data.ComponentData;
import org.cyclonedx.model.component.data.ComponentData.ComponentDataType;
import org.cyclonedx.model.component.data.DatasetChoice;
import org.cyclonedx.model.component.modelCard.ModelParameters;

/** Models and data as components. */
final class Components {
  private final Represented represented;

  Components(Represented represented) {
    this.represented = represented;
  }

  List<Component> all() {
    return represented.components().map(this::component).toList();
  }

  private Component component(Element element) {
    Component component = new Component();
    component.setBomRef(element.id());
    component.setName(element.id());
    element.text("supplier").ifPresent(name -> component.setSupplier(organisation(name)));
    if (element.kind() == ElementKind.MODEL) {
      component.setType(Component.Type.MACHINE_LEARNING_MODEL);
      component.setModelCard(card(element));
    } else {
      component.setType(Component.Type.DATA);
      component.setData(List.of(data(element)));
    }
    component.setProperties(represented.properties(element).all());
    return component;
  }

  static OrganizationalEntity organisation(String name) {
    OrganizationalEntity organisation = new OrganizationalEntity();
    organisation.setName(Text.of(name));
    return organisation;
  }

  private static ModelCard card(Element model) {
    ModelParameters parameters = new ModelParameters();
    model.word("task").ifPresent(parameters::setTask);
    List<DatasetChoice> datasets =
        model.refs("trained-on").stream().map(Components::reference).toList();
    if (!datasets.isEmpty()) {
      parameters.setDatasets(datasets);
    }
    ModelCard card = new ModelCard();
    card.setModelParameters(parameters);
    return card;
  }

  private static DatasetChoice reference(String dataset) {
    DatasetChoice choice = new DatasetChoice();
    choice.setRef(dataset);
    return choice;
  }

  /** Who owns or stewards data is not part of the language, so governance is left out. */
  private static ComponentData data(Element element) {
    ComponentData data = new ComponentData();
    data.setType(type(element.kind()));
    data.setName(element.id());
    element.word("sensitivity").ifPresent(data::setClassification);
    return data;
  }

  private static ComponentDataType type(ElementKind kind) {
    return switch (kind) {
      case DATASET, CORPUS -> ComponentDataType.DATASET;
      case PROMPT -> ComponentDataType.CONFIGURATION;
      default -> ComponentDataType.OTHER;
    };
  }
}
