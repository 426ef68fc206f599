package dev.countersign.inspect.requirements;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.text.OutwardPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges lines of a list of requirements, as pip's reference describes them. */
public final class Requirements {
  private static final Pattern INDEX =
      Pattern.compile("^(?:-i|--index-url|--extra-index-url|-f|--find-links)[ =]+(\\S+).*");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:^|[ @=])((?:(?:git|hg|svn|bzr)\\+)?(?:https?|ssh|git|file|ftp)://\\S+|git\\+\\S+)");
  private static final Pattern HOST = Pattern.compile("^[a-z+]+://(?:[^/@\\s]*@)?([^/:\\s]+)");
  private static final Set<String> HOSTS =
      Set.of(
          "pypi.org",
          "files.pythonhosted.org",
          "download.pytorch.org",
          "pypi.nvidia.com",
          "pypi.ngc.nvidia.com",
          "github.com",
          "gitlab.com",
          "bitbucket.org",
          "huggingface.co",
          "data.pyg.org",
          "storage.googleapis.com",
          "developer.download.nvidia.com",
          "dl.fbaipublicfiles.com",
          "conda.anaconda.org",
          "raw.githubusercontent.com",
          "objects.githubusercontent.com",
          "test.pypi.org",
          "pypi.tuna.tsinghua.edu.cn",
          "mirrors.aliyun.com",
          "whl.vllm.ai",
          "flashinfer.ai");
  private static final int MOST = 2_000;

  private Requirements() {}

  /** Judges every line, and tells what is required. */
  public static void judge(List<String> lines, Examination examination) {
    List<String> names = new ArrayList<>();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST))) {
      String plain = line.replaceFirst("(^|\\s)#.*", "").strip();
      if (!plain.isEmpty()) {
        one(plain, examination);
        if (plain.matches("[A-Za-z0-9].*")) {
          names.add(
              plain.replaceFirst("\\s*;.*", "").replaceFirst("\\s*--hash.*", "").replace(" ", ""));
        }
      }
    }
    examination.fact(ArtefactFact.REQUIREMENTS, String.join(", ", names));
  }

  private static void one(String line, Examination examination) {
    Matcher index = INDEX.matcher(line);
    Matcher address = ADDRESS.matcher(line);
    if (index.matches()) {
      if (!known(index.group(1))) {
        examination.report(RequirementRules.INDEX, line);
      }
    } else if (line.startsWith("--trusted-host")
        || line.startsWith("--global-option")
        || line.startsWith("--install-option")) {
      examination.report(RequirementRules.OPTION, line);
    } else if (address.find()) {
      examination.report(
          known(address.group(1)) ? RequirementRules.KNOWN_PLACE : RequirementRules.PLACE, line);
    } else if (line.matches("(-e\\s+|--editable[ =])?(\\.|/|~|[A-Za-z]:\\\\).*")) {
      boolean leaves = OutwardPath.leaves(line.replaceFirst("^(-e\\s+|--editable[ =])", ""));
      examination.report(leaves ? RequirementRules.PLACE : RequirementRules.KNOWN_PLACE, line);
    }
  }

  private static boolean known(String address) {
    String plain = address.replaceFirst("^(git|hg|svn|bzr)\\+", "");
    Matcher host = HOST.matcher(plain);
    return host.find()
        && HOSTS.contains(host.group(1))
        && !plain.startsWith("http:")
        && !plain.startsWith("ftp:")
        && !plain.startsWith("git:");
  }
}
