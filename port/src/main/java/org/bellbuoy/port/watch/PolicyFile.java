package org.bellbuoy.port.watch;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.PolicyException;

/**
 * A policy as given by the user, with the digest of the file it came from.
 *
 * @param policy what it declares
 * @param info the file
 */
public record PolicyFile(Policy policy, SourceInfo info) {
  /** How the ledger names the file's format. */
  public static final String FORMAT = "policy";

  private static final int LARGEST_BYTES = 8 << 20;

  /**
   * Reads a policy file.
   *
   * @throws SourceException in one sentence, when it gives no policy
   */
  public static PolicyFile read(String path) throws SourceException {
    List<Input> inputs = Inputs.find(List.of(path), InputStream.nullInputStream());
    if (inputs.size() != 1) {
      throw new SourceException(
          path + " holds " + inputs.size() + " files; give one policy as YAML.");
    }
    return read(inputs.getFirst());
  }

  /**
   * Reads a policy.
   *
   * @throws SourceException in one sentence, when it gives no policy
   */
  public static PolicyFile read(Input input) throws SourceException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SourceInfo info;
    try (Content content = Content.open(input)) {
      byte[] buffer = new byte[1 << 16];
      int n;
      while ((n = content.read(buffer)) > 0) {
        bytes.write(buffer, 0, n);
        if (bytes.size() > LARGEST_BYTES) {
          throw new SourceException(input.path() + " is larger than 8 MiB; is it a policy?");
        }
      }
      String problem = content.problem();
      if (problem != null) {
        throw new SourceException(problem);
      }
      info = content.finish(FORMAT);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return new PolicyFile(Policy.read(input.path(), text), info);
    } catch (CharacterCodingException e) {
      throw new SourceException(input.path() + " is not UTF-8; save it as UTF-8.", e);
    } catch (PolicyException e) {
      throw new SourceException(String.valueOf(e.getMessage()), e);
    }
  }
}
