package dev.countersign.bom.cyclonedx;

import dev.countersign.bom.ModelCard;
import dev.countersign.model.SafeText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cyclonedx.model.component.data.ComponentData;
import org.cyclonedx.model.component.data.ComponentData.ComponentDataType;
import org.cyclonedx.model.component.data.DatasetChoice;
import org.cyclonedx.model.component.modelCard.Considerations;
import org.cyclonedx.model.component.modelCard.InputOutputParameter;
import org.cyclonedx.model.component.modelCard.ModelParameters;
import org.cyclonedx.model.component.modelCard.PerformanceMetric;
import org.cyclonedx.model.component.modelCard.QuantitativeAnalysis;
import org.cyclonedx.model.component.modelCard.consideration.Risk;

/** Model cards; what is not known is left out and never empty. */
final class ModelCards {
  private ModelCards() {}

  static org.cyclonedx.model.component.ModelCard of(ModelCard said) {
    var card = new org.cyclonedx.model.component.ModelCard();
    card.setModelParameters(parameters(said));
    if (!said.metrics().isEmpty()) {
      QuantitativeAnalysis analysis = new QuantitativeAnalysis();
      analysis.setPerformanceMetrics(said.metrics().stream().map(ModelCards::metric).toList());
      card.setQuantitativeAnalysis(analysis);
    }
    if (Stream.of(said.uses(), said.limitations(), said.considerations())
        .anyMatch(list -> !list.isEmpty())) {
      card.setConsiderations(considerations(said));
    }
    return card;
  }

  private static ModelParameters parameters(ModelCard said) {
    ModelParameters parameters = new ModelParameters();
    said.task().map(SafeText::of).ifPresent(parameters::setTask);
    said.family().map(SafeText::of).ifPresent(parameters::setArchitectureFamily);
    said.architecture().map(SafeText::of).ifPresent(parameters::setModelArchitecture);
    List<DatasetChoice> datasets =
        Stream.concat(
                said.datasets().stream().map(ModelCards::listed),
                said.otherDatasets().stream().map(ModelCards::named))
            .toList();
    set(datasets, parameters::setDatasets);
    set(said.inputs().stream().map(ModelCards::parameter).toList(), parameters::setInputs);
    set(said.outputs().stream().map(ModelCards::parameter).toList(), parameters::setOutputs);
    return parameters;
  }

  private static DatasetChoice listed(String ref) {
    DatasetChoice choice = new DatasetChoice();
    choice.setRef(ref);
    return choice;
  }

  private static DatasetChoice named(String name) {
    ComponentData data = new ComponentData();
    data.setType(ComponentDataType.DATASET);
    data.setName(SafeText.of(name));
    DatasetChoice choice = new DatasetChoice();
    choice.setComponentData(data);
    return choice;
  }

  private static InputOutputParameter parameter(String format) {
    InputOutputParameter parameter = new InputOutputParameter();
    parameter.setFormat(SafeText.of(format));
    return parameter;
  }

  private static PerformanceMetric metric(ModelCard.Metric said) {
    PerformanceMetric metric = new PerformanceMetric();
    metric.setType(SafeText.of(said.type()));
    metric.setValue(SafeText.of(said.value()));
    said.on().map(SafeText::of).ifPresent(metric::setSlice);
    return metric;
  }

  private static Considerations considerations(ModelCard said) {
    Considerations considerations = new Considerations();
    set(safe(said.uses()), considerations::setUseCases);
    set(safe(said.limitations()), considerations::setTechnicalLimitations);
    set(
        said.considerations().stream().map(ModelCards::risk).toList(),
        considerations::setEthicalConsiderations);
    return considerations;
  }

  private static Risk risk(String text) {
    Risk risk = new Risk();
    risk.setName(SafeText.of(text));
    return risk;
  }

  private static List<String> safe(List<String> texts) {
    return texts.stream().map(SafeText::of).toList();
  }

  private static <T> void set(List<T> list, Consumer<List<T>> setter) {
    if (!list.isEmpty()) {
      setter.accept(list);
    }
  }
}
