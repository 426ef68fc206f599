package dev.countersign.inspect.coreml;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Shape;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Models of Core ML: {@code .mlmodel}, alone or in a package.
 *
 * @see <a href="https://apple.github.io/coremltools/mlmodel/">the format</a>
 */
public final class CoremlFormat implements Format {
  /** The kinds of models, by their fields in Model. */
  static final Map<Integer, String> KINDS =
      Map.ofEntries(
          Map.entry(200, "PipelineClassifier"),
          Map.entry(201, "PipelineRegressor"),
          Map.entry(202, "Pipeline"),
          Map.entry(300, "GLMRegressor"),
          Map.entry(301, "SupportVectorRegressor"),
          Map.entry(302, "TreeEnsembleRegressor"),
          Map.entry(303, "NeuralNetworkRegressor"),
          Map.entry(304, "BayesianProbitRegressor"),
          Map.entry(400, "GLMClassifier"),
          Map.entry(401, "SupportVectorClassifier"),
          Map.entry(402, "TreeEnsembleClassifier"),
          Map.entry(403, "NeuralNetworkClassifier"),
          Map.entry(404, "KNearestNeighborsClassifier"),
          Map.entry(500, "NeuralNetwork"),
          Map.entry(501, "ItemSimilarityRecommender"),
          Map.entry(502, "MLProgram"),
          Map.entry(555, "CustomModel"),
          Map.entry(556, "LinkedModel"),
          Map.entry(560, "ClassConfidenceThresholding"),
          Map.entry(600, "OneHotEncoder"),
          Map.entry(601, "Imputer"),
          Map.entry(602, "FeatureVectorizer"),
          Map.entry(603, "DictVectorizer"),
          Map.entry(604, "Scaler"),
          Map.entry(606, "CategoricalMapping"),
          Map.entry(607, "Normalizer"),
          Map.entry(609, "ArrayFeatureExtractor"),
          Map.entry(610, "NonMaximumSuppression"),
          Map.entry(900, "Identity"),
          Map.entry(2000, "TextClassifier"),
          Map.entry(2001, "WordTagger"),
          Map.entry(2002, "VisionFeaturePrint"),
          Map.entry(2003, "SoundAnalysisPreprocessing"),
          Map.entry(2004, "Gazetteer"),
          Map.entry(2005, "WordEmbedding"),
          Map.entry(2006, "AudioFeaturePrint"),
          Map.entry(3000, "SerializedModel"));

  private static final Shape MODEL =
      Shape.of()
          .numbers(1, 10)
          .bytes(2)
          .bytes(KINDS.keySet().stream().mapToInt(Integer::intValue).toArray());

  @Override
  public String id() {
    return "coreml";
  }

  @Override
  public String title() {
    return "Core ML";
  }

  @Override
  public Set<String> endings() {
    return Set.of("mlmodel");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.length() > 4
        && artefact.head()[0] == 0x08
        && MODEL.fits(artefact)
        && MODEL.has(artefact, 1, 2)
        && kind(artefact);
  }

  private static boolean kind(Artefact artefact) throws IOException {
    try {
      Wire model = Wire.of(artefact.bytes());
      boolean kind = artefact.ending().equals("mlmodel");
      while (model.next()) {
        kind |= KINDS.containsKey(model.field());
      }
      return kind;
    } catch (Broken other) {
      return false;
    }
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "Core ML");
    new CoremlLook(examination).model(Wire.of(artefact.bytes()), 0);
  }
}
