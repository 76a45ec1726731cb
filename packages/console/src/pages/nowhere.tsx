import { Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import { Page } from "../parts/page.tsx";

export function NowherePage() {
  return (
    <Page title="Nothing is here" about="The console has no page at this address.">
      <Text>
        Choose a page in the navigation, or go to{" "}
        <Anchor component={Link} to="/">
          the first one
        </Anchor>
        .
      </Text>
    </Page>
  );
}
