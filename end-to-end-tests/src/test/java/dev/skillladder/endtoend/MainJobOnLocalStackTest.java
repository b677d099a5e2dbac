package dev.skillladder.endtoend;

/** The main job without containers. */
class MainJobOnLocalStackTest extends MainJob {

    MainJobOnLocalStackTest() {
        super(LocalInstallation.shared());
    }
}
