package org.bellbuoy.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
  private static String key(int digits) {
    byte[] bytes = new byte[digits / 2];
    new SplittableRandom(digits).nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /** Lengths of machine keys: AES 128, SHA-1, AES 192, AES 256, HMAC SHA-512. */
  @ParameterizedTest
  @ValueSource(ints = {32, 40, 48, 64, 128})
  void aKeyIsTakenOutWhereverTheTextIsCut(int digits) {
    String key = key(digits);
    String text = "Set-SPMachineKey -ValidationKey " + key + " -DecryptionKey " + key + " now";
    for (int most = 0; most <= text.length(); most++) {
      String cut = SecretText.cut(text, most);
      assertThat(cut.length()).isLessThanOrEqualTo(most);
      assertThat(cut).doesNotContain(key.substring(0, 4));
    }
    assertThat(SecretText.blot("x " + key + " y")).isEqualTo("x [blotted] y");
    assertThat(SecretText.isBlotted(SecretText.blot(key))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "password=geheim&user=a, password=[blotted]&user=a",
    "decryptionKey%3DABC d, decryptionKey%3D[blotted] d",
    "'DecryptionKey: \"abc\" x', 'DecryptionKey: \"[blotted]\" x'",
    "-validationkey abc x, -validationkey [blotted] x"
  })
  void aValueThatIsNamedASecretIsTakenOut(String text, String blotted) {
    assertThat(SecretText.blot(text)).isEqualTo(blotted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /_layouts/15/ToolPane.aspx DisplayMode=Edit 203.0.113.9",
        "PublicKeyToken=71e9bce111e9429c",
        "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
        "the password is asked for",
        ""
      })
  void otherTextIsLeft(String text) {
    assertThat(SecretText.blot(text)).isSameAs(text);
    assertThat(SecretText.isBlotted(text)).isFalse();
  }
}
