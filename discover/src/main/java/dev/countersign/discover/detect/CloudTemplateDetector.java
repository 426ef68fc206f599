package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.CloudResources;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CloudFormation ({@code Type: AWS::SageMaker::Endpoint}), Bicep ({@code resource x
 * 'Microsoft.CognitiveServices/accounts@…'}) and ARM ({@code "type": "Microsoft.…"}), read line by
 * line.
 */
public final class CloudTemplateDetector implements Detector {
  private static final Set<String> TEMPLATES = Set.of("yaml", "yml", "json", "template");
  private static final String BICEP = "bicep";

  @Override
  public boolean wants(Source source) {
    return source.extension().equals(BICEP)
        || TEMPLATES.contains(source.extension()) && isTemplate(source.text());
  }

  private static boolean isTemplate(String text) {
    return text.contains("AWS::") || text.contains("deploymentTemplate.json");
  }

  @Override
  public void detect(Source source, Findings findings) {
    boolean bicep = source.extension().equals(BICEP);
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int number = i + 1;
      Optional<String> type = bicep ? bicep(line) : template(line);
      type.flatMap(CloudResources::type)
          .ifPresent(known ->
              CloudFindings.add(
                  known, bicep ? word(line) : "", number, Optional.empty(), findings));
    }
  }

  /** {@code resource openAI 'Microsoft.CognitiveServices/accounts@2023-05-01' = {}. */
  private static Optional<String> bicep(String line) {
    int open = line.indexOf('\'');
    int end = open < 0 ? -1 : line.indexOf('@', open);
    return line.startsWith("resource ") && end > 0 && !line.contains(" existing ")
        ? Optional.of(line.substring(open + 1, end))
        : Optional.empty();
  }

  private static String word(String line) {
    String[] words = line.split("\\s+", 3);
    return words.length > 1 ? words[1] : "";
  }

  /** {@code Type: AWS::…}, {@code "Type": "AWS::…"}, {@code "type": "Microsoft.…"}. */
  private static Optional<String> template(String line) {
    String bare = line.replace("\"", "").replace("'", "").replace(",", "");
    return bare.startsWith("Type:") || bare.startsWith("type:")
        ? Optional.of(bare.substring("Type:".length()).strip())
        : Optional.empty();
  }
}
