-- Facts of several rows: each row is a cell of its own, named after its fact and itself, such as dates:adopted.
ALTER TABLE "cells" DROP CONSTRAINT "cells_fact_check";
ALTER TABLE "cells" ADD CONSTRAINT "cells_fact_check"
  CHECK ("kind" = 'assessment'
    OR "key" IN ('name', 'shortName', 'status', 'launchDate', 'space', 'bindingNature', 'threshold', 'stakeholders',
      'signatories', 'maintainer', 'link', 'summary', 'uniqueElements')
    OR "key" ~ '^(aliases|dates|counts|maintainers|links|symbols|languages|relations|additionalNorms|quotations):[a-z0-9]+(-[a-z0-9]+)*$');
-- A date can be cleared.
ALTER TABLE "cells" DROP CONSTRAINT "cells_launch_date_check";
ALTER TABLE "cells" ADD CONSTRAINT "cells_launch_date_check"
  CHECK ("key" <> 'launchDate' OR "value" = 'null'::jsonb OR "value" #>> '{}' ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
