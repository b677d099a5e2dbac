package dev.skillladder.assessment.explanation;

import dev.skillladder.contract.Text;
import dev.skillladder.engine.Voice.Fate;

/** Why an observation counts or does not, in words. */
final class Reasons {

    private Reasons() {}

    static Text of(Fate fate) {
        return switch (fate) {
            case ACTIVE -> new Text("计入", "counts");
            case BELOW_ESTIMATE -> new Text("低于估计值的佐证不拉低估计值", "lies below the estimate, and evidence never lowers it");
            case CAP_USED_UP ->
                new Text("同类信息的权重上限已用完", "other voices of this kind have used up what the kind may weigh");
            case REPLACED -> new Text("同一来源已有更新的意见", "the same source said something newer");
            case RETRACTED -> new Text("来源已撤回", "taken back by its source");
            case EXPIRED -> new Text("佐证已过有效期", "past its last day");
            case ENDED -> new Text("此人后来以上级身份评审", "the same person reviewed later as a manager");
        };
    }
}
