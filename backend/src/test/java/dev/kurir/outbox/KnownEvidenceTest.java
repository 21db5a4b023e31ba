package dev.kurir.outbox;

import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.DeliveryEvidence.Finding;

/** The tests' own source keeps the contract too, or they would show nothing. */
class KnownEvidenceTest implements DeliveryEvidenceContract {
    private final KnownEvidence evidence = new KnownEvidence();

    @Override
    public DeliveryEvidence evidence() {
        evidence.findings.put(known().id(), Finding.Kind.BOUNCE);
        return evidence;
    }

    @Override
    public Doubt known() {
        return DeliveryEvidenceContract.doubt(1);
    }

    @Override
    public Doubt unknown() {
        return DeliveryEvidenceContract.doubt(2);
    }
}
