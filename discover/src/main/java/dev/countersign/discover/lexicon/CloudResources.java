package dev.countersign.discover.lexicon;

import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Resource.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What resources of cloud providers mean: {@code cloud.yaml}. */
public final class CloudResources {
  private static final Resource FILE = Resource.of("cloud.yaml");
  private static final List<CloudResource> RESOURCES =
      FILE.list("resources").stream().map(CloudResources::resource).toList();
  private static final List<CloudResource> TYPES =
      FILE.list("types").stream().map(CloudResources::resource).toList();
  private static final List<CloudResource> MODULES =
      FILE.list("modules").stream().map(CloudResources::resource).toList();

  private CloudResources() {}

  /**
   * A family of resources.
   *
   * @param starts how the type's name starts, or what part a module's source has
   * @param what what one of them is
   * @param product who or what is behind it
   * @param store the type of store, where it is one
   * @param names attributes of which one names a model
   */
  public record CloudResource(
      String starts, What what, String product, String store, List<String> names) {
    public CloudResource {
      names = List.copyOf(names);
    }
  }

  /** What a resource of Terraform is, such as {@code aws_sagemaker_endpoint}. */
  public static Optional<CloudResource> terraform(String type) {
    return RESOURCES.stream().filter(it -> type.startsWith(it.starts())).findFirst();
  }

  /**
   * What a resource of CloudFormation, Bicep or ARM is, such as {@code AWS::SageMaker::Endpoint} or
   * {@code Microsoft.CognitiveServices/accounts}.
   */
  public static Optional<CloudResource> type(String type) {
    return TYPES.stream().filter(it -> type.startsWith(it.starts())).findFirst();
  }

  /** What a module with this source makes. */
  public static Optional<CloudResource> module(String source) {
    String lower = source.toLowerCase(Locale.ROOT);
    return MODULES.stream().filter(it -> lower.contains(it.starts())).findFirst();
  }

  private static CloudResource resource(Line line) {
    return new CloudResource(
        line.text("starts"),
        What.valueOf(line.text("what").toUpperCase(Locale.ROOT).replace('-', '_')),
        line.text("product"),
        line.text("store"),
        line.texts("names"));
  }
}
