package org.bellbuoy.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bellbuoy.server.config.MachineKey.Given;
import org.junit.jupiter.api.Test;

/** A key is never in anything that the reader gives back, whatever is wrong with its file. */
class KeySecrecyTest {
  private static final SweepSecret SECRET = secret("one secret of a sweep");

  static SweepSecret secret(String text) {
    return SweepSecret.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static String key(int seed, int digits) {
    byte[] bytes = new byte[digits / 2];
    new SplittableRandom(seed).nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static final String VALIDATION = key(1, 128);
  private static final String DECRYPTION = key(2, 64);

  static String config(String validation, String decryption) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <system.web>
            <machineKey validationKey="%s" decryptionKey="%s" validation="HMACSHA256" decryption="AES" />
          </system.web>
        </configuration>
        """
        .formatted(validation, decryption);
  }

  private static void assertNoKey(Object given) {
    String text = given.toString().toUpperCase(Locale.ROOT);
    for (String key : List.of(VALIDATION, DECRYPTION)) {
      for (int i = 0; i + 16 <= key.length(); i += 8) {
        assertThat(text).doesNotContain(key.substring(i, i + 16));
      }
    }
  }

  private static ConfigReport read(String config, Charset charset) {
    return ConfigReader.read(config.getBytes(charset), 3, SECRET, PublicKeys.NONE);
  }

  @Test
  void noPartOfAKeyIsInWhatIsGivenBackHoweverTheFileIsWrittenOrBroken() {
    String whole = config(VALIDATION, DECRYPTION);
    List<String> files = new ArrayList<>();
    files.add(whole);
    files.add(whole.toLowerCase(Locale.ROOT));
    files.add(whole.replace("\"", "'"));
    files.add(whole.replace("<machineKey", "<!-- <machineKey").replace("/>", "/> -->"));
    files.add(whole.replace("machineKey", "add"));
    files.add(whole.replace("validationKey", "type").replace("machineKey", "module"));
    files.add(
        whole.replace(
            "<machineKey",
            "<modules><add name=\"x\" type=\"" + VALIDATION + "\"/></modules><machineKey"));
    files.add(whole.replace("validationKey=\"", "validationKey=\"<"));
    files.add(
        whole.replace(
            "<configuration>",
            "<!DOCTYPE a [<!ENTITY k \"" + VALIDATION + "\">]><configuration>&k;"));
    files.add("<location path=\"" + VALIDATION + "\">" + whole);
    files.add("<" + VALIDATION + ">");
    files.add("<a>&" + VALIDATION + ";</a>");
    files.add("<A" + VALIDATION + " xmlns:x='" + DECRYPTION + "' b='1' b='" + VALIDATION + "'/>");
    int uncut = files.size();
    for (int cut = 0; cut < whole.length(); cut += 7) {
      files.add(whole.substring(0, cut));
      files.add(whole.substring(cut));
    }
    for (String file : files) {
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        assertNoKey(read("\uFEFF" + file, charset));
      }
    }
    for (String file : files.subList(0, uncut)) {
      assertNoKey(KeyBlot.blot(file));
    }
    assertNoKey(
        PublicKeys.read(
            (VALIDATION + "," + DECRYPTION + "\n" + VALIDATION + "x\n")
                .getBytes(StandardCharsets.UTF_8),
            0));
    assertNoKey(SECRET);
  }

  @Test
  void theSameKeyHasTheSameFingerprintWhateverItsCaseAndPlaceAndAnotherHasNot() {
    String inLocation =
        config(VALIDATION.toLowerCase(Locale.ROOT), DECRYPTION)
            .replace("<system.web>", "<location path=\"sites/a\"><system.web>")
            .replace("</system.web>", "</system.web></location>");
    MachineKey first =
        read(config(VALIDATION, DECRYPTION), StandardCharsets.UTF_8).keys().getFirst();
    MachineKey second = read(inLocation, StandardCharsets.UTF_16LE).keys().getFirst();
    assertThat(second.validation()).isEqualTo(first.validation());
    assertThat(second.decryption()).isEqualTo(first.decryption());
    assertThat(second.place().location()).isEqualTo("sites/a");
    assertThat(first.explicit()).isTrue();
    assertThat(first.validation().digits()).isEqualTo(128);
    assertThat(first.validation().flaws()).isEmpty();
    MachineKey other =
        read(config(key(9, 128), DECRYPTION), StandardCharsets.UTF_8).keys().getFirst();
    assertThat(other.validation().fingerprint()).isNotEqualTo(first.validation().fingerprint());
    assertThat(other.decryption()).isEqualTo(first.decryption());
  }

  @Test
  void charactersWrittenAsReferencesAreTheSameKey() {
    String written = VALIDATION.replace("A", "&#65;").replace("B", "&#x42;");
    assertThat(
            read(config(written, DECRYPTION), StandardCharsets.UTF_8)
                .keys()
                .getFirst()
                .validation())
        .isEqualTo(
            read(config(VALIDATION, DECRYPTION), StandardCharsets.UTF_8)
                .keys()
                .getFirst()
                .validation());
  }

  @Test
  void aFingerprintIsHmacSha256AsOpensslReckonsIt() {
    // printf 'validation\\0%s' KEY | openssl dgst -sha256 -hmac 'one secret of a sweep', KEY 64 x
    // "AB".
    KeyFingerprint fingerprint =
        read(config("ab".repeat(32), DECRYPTION), StandardCharsets.UTF_8)
            .keys()
            .getFirst()
            .validation()
            .fingerprint();
    assertThat(java.util.Objects.requireNonNull(fingerprint).hex())
        .isEqualTo("0a4cc1b66b9384b19ad753deca9145eca636054f27957fe3583a65fd205a3916");
    assertThat(fingerprint.shown()).hasSize(16);
  }

  @Test
  void anotherSecretGivesAnotherFingerprintAndTooShortASecretIsRefused() {
    byte[] file = config(VALIDATION, DECRYPTION).getBytes(StandardCharsets.UTF_8);
    SweepSecret other = SweepSecret.random(new SplittableRandom(1));
    assertThat(ConfigReader.read(file, 0, other, PublicKeys.NONE).keys().getFirst().validation())
        .isNotEqualTo(
            ConfigReader.read(file, 0, SECRET, PublicKeys.NONE).keys().getFirst().validation());
    assertThat(other.name()).isNotEqualTo(SECRET.name());
    assertThat(secret("one secret of a sweep\r\n").name()).isEqualTo(SECRET.name());
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> secret("short"))
        .hasMessage("The secret has 5 bytes; at least 16 are needed.");
  }

  @Test
  void generatedAndMissingKeysAreToldFromWrittenOnes() {
    MachineKey generated =
        read(config("AutoGenerate,IsolateApps", "AutoGenerate"), StandardCharsets.UTF_8)
            .keys()
            .getFirst();
    assertThat(generated.validation().given()).isEqualTo(Given.AUTO_GENERATED);
    assertThat(generated.validation().isolated()).isTrue();
    assertThat(generated.decryption().isolated()).isFalse();
    assertThat(generated.explicit()).isFalse();
    MachineKey isolated =
        read(config(VALIDATION + ",IsolateApps", DECRYPTION), StandardCharsets.UTF_8)
            .keys()
            .getFirst();
    assertThat(isolated.validation().isolated()).isTrue();
    assertThat(isolated.validation().fingerprint())
        .isEqualTo(
            read(config(VALIDATION, DECRYPTION), StandardCharsets.UTF_8)
                .keys()
                .getFirst()
                .validation()
                .fingerprint());
    assertThat(
            read("<c><machineKey validation='SHA1'/></c>", StandardCharsets.UTF_8)
                .keys()
                .getFirst()
                .validation()
                .given())
        .isEqualTo(Given.NOT_GIVEN);
    assertThat(
            read("<c><machineKey configSource='keys.config'/></c>", StandardCharsets.UTF_8)
                .keys()
                .getFirst()
                .validation()
                .given())
        .isEqualTo(Given.ELSEWHERE);
  }

  @Test
  void keysOfTheUsersListAreFoundAsTextAndAsDigest() throws Exception {
    java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
    String digest =
        HexFormat.of().formatHex(sha.digest(DECRYPTION.getBytes(StandardCharsets.US_ASCII)));
    for (String list :
        List.of(
            VALIDATION.toLowerCase(Locale.ROOT) + "," + DECRYPTION,
            VALIDATION + "\nsha256:" + digest,
            "# list\n" + VALIDATION + "\n" + digest)) {
      PublicKeys known = PublicKeys.read(list.getBytes(StandardCharsets.UTF_8), 0).keys();
      MachineKey found =
          ConfigReader.read(
                  config(VALIDATION, DECRYPTION).getBytes(StandardCharsets.UTF_8), 0, SECRET, known)
              .keys()
              .getFirst();
      assertThat(found.validation().flaws()).containsExactly(KeyFlaw.PUBLIC);
      assertThat(found.decryption().flaws()).containsExactly(KeyFlaw.PUBLIC);
      MachineKey other =
          ConfigReader.read(
                  config(key(7, 128), key(8, 64)).getBytes(StandardCharsets.UTF_8),
                  0,
                  SECRET,
                  known)
              .keys()
              .getFirst();
      assertThat(other.validation().flaws()).isEmpty();
      assertThat(other.decryption().flaws()).isEmpty();
    }
    assertThat(
            PublicKeys.read("short\n".getBytes(StandardCharsets.UTF_8), 0)
                .rejects()
                .getFirst()
                .detail())
        .isEqualTo("A field of 5 characters is no key: at least 16 hex digits are expected.");
  }

  @Test
  void weakKeysAreTold() {
    MachineKey weak =
        read(config("0123456789ABCDEF".repeat(4), "AB12"), StandardCharsets.UTF_8)
            .keys()
            .getFirst();
    assertThat(weak.validation().flaws()).containsExactly(KeyFlaw.REPEATED_PATTERN);
    assertThat(weak.decryption().flaws()).containsExactly(KeyFlaw.TOO_SHORT);
    MachineKey word =
        read(
                config(
                    "not a key but a sentence of fifty characters or so", "01".repeat(15) + "02"),
                StandardCharsets.UTF_8)
            .keys()
            .getFirst();
    assertThat(word.validation().flaws()).contains(KeyFlaw.NOT_HEX);
    assertThat(word.decryption().flaws()).containsExactly(KeyFlaw.REPEATED_PATTERN);
    for (int seed = 0; seed < 3_000; seed++) {
      assertThat(
              read(config(key(seed, 128), key(seed + 9_000, 48)), StandardCharsets.UTF_8)
                  .keys()
                  .getFirst()
                  .decryption()
                  .flaws())
          .isEmpty();
    }
  }

  @Test
  void aKeyInACommentIsToldWithItsPlace() {
    String file = "<c>\n<!-- <machineKey validationKey='" + VALIDATION + "'/> -->\n</c>";
    var rejects = read(file, StandardCharsets.UTF_8).rejects();
    assertThat(rejects).hasSize(1);
    assertThat(rejects.getFirst().line()).isEqualTo(2);
    assertThat(rejects.getFirst().offset()).isEqualTo(file.indexOf("validationKey"));
  }

  @Test
  void blottingKeepsTheLengthAndTokensOfAssemblies() {
    String line =
        "<machineKey validationKey=\""
            + VALIDATION
            + "\" /> PublicKeyToken=b77a5c561934e089 validationKey='AutoGenerate'";
    String blotted = KeyBlot.blot(line);
    assertThat(blotted)
        .hasSameSizeAs(line)
        .contains("b77a5c561934e089")
        .contains("validationKey=\"***");
  }
}
