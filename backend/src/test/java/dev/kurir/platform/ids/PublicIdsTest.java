package dev.kurir.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

class PublicIdsTest {
    private final PublicIds ids = new PublicIds(new byte[32]);
    private final JsonMapper json =
            JsonMapper.builder().addModule(new IdModule(ids)).build();

    @Test
    void everyKindHasItsOwnTag() {
        assertThat(Arrays.stream(IdKind.values()).<Class<?>>map(kind -> kind.type))
                .containsExactlyInAnyOrder(Id.class.getPermittedSubclasses());
        assertThat(Arrays.stream(IdKind.values()).map(kind -> kind.tag)).doesNotHaveDuplicates();
    }

    @Test
    void decodesWhatItEncoded() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            long value = random.nextLong() >>> 1 >>> random.nextInt(63) | 1;
            for (IdKind kind : IdKind.values()) {
                Id id = kind.make(value);
                assertThat(ids.decode(kind.type, ids.encode(id)))
                        .hasValueSatisfying(found -> assertThat((Object) found).isEqualTo(id));
            }
        }
    }

    @Test
    void isAValidUuidOfVersion8() {
        for (long value = 1; value < 500; value++) {
            UUID uuid = ids.encode(new AccountId(value));
            assertThat(uuid.version()).isEqualTo(8);
            assertThat(uuid.variant()).isEqualTo(2);
        }
    }

    @Test
    void theSameNumberOfAnotherKindIsAnotherId() {
        Set<UUID> seen = new HashSet<>();
        for (IdKind kind : IdKind.values()) {
            seen.add(ids.encode(kind.make(1)));
        }
        assertThat(seen).hasSize(IdKind.values().length);
    }

    @Test
    void anIdOfAnotherKindDecodesToNothing() {
        assertThat(ids.decode(AccountId.class, ids.encode(new ContactId(5)))).isEmpty();
    }

    @Test
    void forgedIdsDecodeToNothing() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            long high = (random.nextLong() & ~0xF000L) | 0x8000L;
            UUID forged = new UUID(high, random.nextLong() >>> 2 | 1L << 63);
            assertThat(ids.decode(AccountId.class, forged)).isEmpty();
        }
        assertThat(ids.decode(AccountId.class, UUID.randomUUID())).isEmpty();
    }

    @Test
    void aFlippedBitDecodesToNothing() {
        UUID id = ids.encode(new AccountId(42));
        for (int bit = 0; bit < 62; bit++) {
            UUID flipped = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << bit);
            assertThat(ids.decode(AccountId.class, flipped)).isEmpty();
        }
    }

    @Test
    void anotherInstallationReadsNothing() {
        PublicIds other = new PublicIds(new byte[] {1});
        assertThat(other.decode(AccountId.class, ids.encode(new AccountId(1)))).isEmpty();
    }

    @Test
    void onlyKeysOfRowsAreEncoded() {
        assertThatThrownBy(() -> ids.encode(new AccountId(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ids.encode(new AccountId(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private record Holder(AccountId account, CampaignId campaign) {}

    @Test
    void standsInJsonAsAText() {
        String text = json.writeValueAsString(new Holder(new AccountId(3), new CampaignId(9)));

        assertThat(text).contains(ids.encode(new AccountId(3)).toString());
        assertThat(json.readValue(text, Holder.class)).isEqualTo(new Holder(new AccountId(3), new CampaignId(9)));
    }

    @Test
    void noCampaignIsNullInJson() {
        assertThat(json.writeValueAsString(new Holder(new AccountId(3), CampaignId.NONE)))
                .contains("\"campaign\":null");
    }

    @Test
    void aForeignIdInJsonNamesItsField() {
        String text = "{\"account\":\"" + ids.encode(new ContactId(3)) + "\"}";

        assertThatThrownBy(() -> json.readValue(text, Holder.class))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        refusal -> assertThat(refusal.getPath().getLast().getPropertyName())
                                .isEqualTo("account"));
    }

    @Test
    void aBadIdInAPathIsAThingThatDoesNotExist() {
        var converter = new IdConverter(ids).getConverter(AccountId.class);

        assertThat(converter.convert(ids.encode(new AccountId(8)).toString())).isEqualTo(new AccountId(8));
        assertThatThrownBy(() -> converter.convert("1-1-8000-8000-1"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("account_not_found"));
    }
}
